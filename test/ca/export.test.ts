import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connect } from "node:tls";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { deliver } from "../../src/ca/deliver.ts";
import { exportFiles } from "../../src/ca/export/export-files.ts";
import { exportFormats } from "../../src/ca/export/formats.ts";
import { issue } from "../../src/ca/issue.ts";
import { issueInto } from "../../src/ca/issue-into.ts";
import { showCertificate } from "../../src/ca/show-certificate.ts";
import { readCertificates } from "../../src/x509/certificate-file.ts";
import { newCa, refusal, scratchFolder, tlsServer, written } from "./fixtures.ts";
import { openssl } from "./openssl.ts";

const order = { profile: tlsServer, names: ["localhost"] };

function formats(...ids: readonly string[]) {
  return ids.map((id) => {
    const found = exportFormats.find((format) => format.id === id);
    if (found === undefined) throw new Error(`no format ${id}`);
    return found;
  });
}

/** Issues for localhost and writes the files of these formats. */
async function exported(...ids: readonly string[]) {
  const { context, issuing } = await newCa({}, new Date());
  const issued = await issue(context, issuing, order);
  const directory = scratchFolder();
  const options = { directory, passphrase: "secret" };
  await deliver(directory, await exportFiles(formats(...ids), issued, options));
  const path = (name: string) => join(directory, name);
  return { ...issued, path, text: (name: string) => readFileSync(path(name), "utf8") };
}

describe("export formats", () => {
  it("have an id of their own and say what they write", () => {
    expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length);
    for (const { summary, files } of exportFormats) expect(files.some(({ name }) => summary.includes(name))).toBe(true);
  });

  it("pem: fullchain holds the leaf first and never the root", async () => {
    const { path, certificate, chain, root } = await exported("pem");
    const read = (name: string) => readCertificates(readFileSync(path(name))).map(({ sha256 }) => sha256);
    expect(read("fullchain.pem")).toEqual([certificate, ...chain].map(({ sha256 }) => sha256));
    expect(read("chain.pem")).toEqual(chain.map(({ sha256 }) => sha256));
    expect(read("root.pem")).toEqual([root.sha256]);
    expect(openssl(["x509", "-noout", "-pubkey", "-in", path("cert.pem")])).toBe(
      openssl(["pkey", "-pubout", "-in", path("key.pem")]),
    );
  });

  it("fullchain, chain and bundle share one folder", async () => {
    const { path, chain, root } = await exported("fullchain", "chain", "bundle");
    const bundle = readCertificates(readFileSync(path("ca-bundle.pem"))).map(({ sha256 }) => sha256);
    expect(bundle).toEqual([...chain, root].map(({ sha256 }) => sha256));
  });

  it("pkcs7: openssl finds the three certificates", async () => {
    const { path } = await exported("pkcs7");
    const text = openssl(["pkcs7", "-print_certs", "-noout", "-in", path("chain.p7b")]);
    expect(text.match(/subject=/g)).toHaveLength(3);
  });

  it.each([
    ["pkcs12", []],
    ["pkcs12-legacy", ["-legacy"]],
  ])("%s: openssl opens it with its passphrase", async (id, options) => {
    const { path } = await exported(id);
    const args = ["pkcs12", "-in", path("cert.p12"), "-nodes", "-passin", "pass:secret", ...options];
    const text = openssl(args);
    expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(text).toContain("BEGIN PRIVATE KEY");
  });

  it("kubernetes: a Secret of type kubernetes.io/tls", async () => {
    const { text, certificate, key, root } = await exported("kubernetes");
    const secret = parse(text("tls-secret.yaml"));
    const decode = (name: string) => Buffer.from(secret.data[name], "base64").toString();
    expect(secret).toMatchObject({ kind: "Secret", type: "kubernetes.io/tls", metadata: { name: "localhost-tls" } });
    expect(decode("tls.crt").startsWith(certificate.toPem())).toBe(true);
    expect([decode("tls.key"), decode("ca.crt")]).toEqual([key?.toPem(), root.toPem()]);
  });

  it("haproxy: certificate, chain and key in one file", async () => {
    const { path, text } = await exported("haproxy");
    expect(text("haproxy.pem").match(/BEGIN [A-Z ]+/g)).toEqual(
      ["CERTIFICATE", "CERTIFICATE", "PRIVATE KEY"].map((label) => `BEGIN ${label}`),
    );
    expect(text("haproxy.cfg")).toContain(`crt ${path("haproxy.pem")}`);
  });

  it.each([
    ["nginx", "nginx.conf", ["fullchain.pem", "key.pem", "root.pem"]],
    ["apache", "apache.conf", ["fullchain.pem", "key.pem", "root.pem"]],
    ["go", "server.go", ["fullchain.pem", "key.pem", "root.pem"]],
    ["java", "java.txt", ["keystore.p12", "root.pem"]],
  ])("%s: %s names files that are there", async (id, snippet, names) => {
    const { path, text } = await exported(id);
    for (const name of names) {
      expect(text(snippet)).toContain(path(name));
      expect(readFileSync(path(name)).length).toBeGreaterThan(0);
    }
  });

  it("docker: copies the root that lies beside it", async () => {
    const { text, root } = await exported("docker");
    expect(text("Dockerfile.trust")).toContain("COPY root.crt");
    expect(text("root.crt")).toBe(root.toPem());
  });

  it("node: the server runs, and a client that trusts the root reaches it", async () => {
    const { path, text, certificate } = await exported("node");
    const server = spawn(process.execPath, [path("server.mjs")], { env: { ...process.env, PORT: "0" } });
    try {
      const [line] = await once(createInterface(server.stdout), "line");
      const port = Number(/\d+$/.exec(line)?.[0]);
      expect(await peerOf(port, text("root.pem"))).toBe(certificate.sha256);
    } finally {
      server.kill();
    }
  });
});

describe("issueInto", () => {
  it("issues nothing when its files could not be written", async () => {
    const { context, issuing } = await newCa();
    const before = await written(context);
    const directory = scratchFolder();
    await deliver(directory, [{ name: "key.pem", contents: "mine" }]);
    const into = (delivery: Partial<Parameters<typeof issueInto>[0]>) =>
      issueInto({ directory, formats: formats("pem"), ...delivery }, () => issue(context, issuing, order));
    await refusal(into({}), "ERR_FILE_EXISTS");
    await refusal(into({ directory: "/dev/null/x" }), "ERR_DELIVERY_FOLDER");
    await refusal(into({ formats: formats("java") }), "ERR_EXPORT_PASSPHRASE_NEEDED");
    expect(await written(context)).toBe(before);
    const { files } = await into({ overwrite: true });
    expect(files.map((file) => file.slice(directory.length + 1))).toContain("fullchain.pem");
  });

  it("says which certificate was issued when delivery fails after all", async () => {
    const { context, issuing } = await newCa();
    const delivery = { directory: scratchFolder(), formats: formats("haproxy") };
    const { publicKey } = issuing.signer;
    const { facts } = await refusal(
      issueInto(delivery, () => issue(context, issuing, { ...order, key: publicKey })),
      "ERR_DELIVERY_FAILED",
    );
    expect((await showCertificate(context, String(facts.serial))).status).toBe("valid");
  });
});

/** The fingerprint of the certificate that the server shows to a client which trusts this root. */
async function peerOf(port: number, ca: string): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", servername: "localhost", ca });
  await once(socket, "secureConnect");
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256.replaceAll(":", "").toLowerCase();
}
