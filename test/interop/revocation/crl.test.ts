import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Issued } from "../../../src/ca/issue.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { encodePem } from "../../../src/x509/pem.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { run } from "../../clients/client.ts";
import { type PublishedCrls, publishedCrls } from "./published-crls.ts";

const folder = tempFolder();
const programs = new URL(".", import.meta.url).pathname;
let published: PublishedCrls;

beforeAll(async () => {
  published = await publishedCrls(folder);
});

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function pem(...certificates: readonly Certificate[]): string {
  return certificates.map((it) => it.toPem()).join("");
}

function crlPem(file: string): string {
  return encodePem("X509 CRL", readFileSync(file));
}

/** True when a validator accepts the certificate with these lists. */
type Accepts = (leaf: Issued, files: readonly string[]) => Promise<boolean>;

const judges: Readonly<Record<string, Accepts>> = {
  "openssl verify -crl_check_all": async ({ certificate: leaf }, files) => {
    const crls = write("crls.pem", files.map(crlPem).join(""));
    const chain = ["-CAfile", write("root.pem", pem(published.root))];
    const untrusted = ["-untrusted", write("issuing.pem", pem(published.issuing))];
    const options = ["verify", "-crl_check_all", "-x509_strict", ...chain, ...untrusted, "-CRLfile", crls];
    return (await run("openssl", [...options, write("leaf.pem", pem(leaf))])).accepted;
  },
  "certtool --verify": async ({ certificate: leaf }, files) => {
    const crls = write("crls.pem", files.map(crlPem).join(""));
    const trust = write("root.pem", pem(published.root));
    const chain = write("chain.pem", pem(leaf, published.issuing));
    const options = ["--verify", "--load-ca-certificate", trust, "--load-crl", crls, "--infile", chain];
    const { accepted, text } = await run("certtool", options);
    return accepted && /Verified/.test(text) && !/Not verified|revoked|expired/i.test(text);
  },
  "Java PKIX": async ({ certificate: leaf }, files) => {
    const trust = write("root.pem", pem(published.root));
    const chain = write("chain.pem", pem(leaf, published.issuing));
    return (await run("java", [join(programs, "Revocation.java"), trust, chain, ...files])).accepted;
  },
  "curl --crlfile": async ({ certificate, key }, files) => {
    const identity = { cert: pem(certificate, published.issuing), key: key?.toPem() };
    const server = createServer(identity, (_, response) => response.end("hello")).listen(0, "127.0.0.1");
    server.on("tlsClientError", () => undefined);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const crls = write("crls.pem", files.map(crlPem).join(""));
    const trust = ["--cacert", write("root.pem", pem(published.root)), "--crlfile", crls];
    const url = `https://localhost:${port}/`;
    const { accepted } = await run("curl", [
      "-sS",
      "--noproxy",
      "*",
      "--connect-to",
      `::127.0.0.1:${port}`,
      ...trust,
      url,
    ]);
    server.close();
    return accepted;
  },
};

describe("CRLs of ours", () => {
  it.each(Object.entries(judges))("mean for %s what they mean for us", async (name, accepts) => {
    const verdicts = {
      good: await accepts(published.good, published.crls.fresh),
      revoked: await accepts(published.revoked, published.crls.fresh),
      expired: await accepts(published.good, published.crls.expired),
      revokedCa: await accepts(published.good, published.crls["revoked-ca"]),
    };
    const looksAtDates = name !== "certtool --verify"; // GnuTLS judges the date of a list when that is verified by itself
    expect(verdicts).toEqual({ good: true, revoked: false, expired: !looksAtDates, revokedCa: false });
  });

  it("verify by certtool --verify-crl", async () => {
    const trust = write("issuing.pem", pem(published.issuing));
    const said = (moment: "fresh" | "expired") => {
      const [file = ""] = published.crls[moment];
      return run("certtool", ["--verify-crl", "--load-ca-certificate", trust], { input: crlPem(file) });
    };
    expect((await said("fresh")).text).toContain("Verified");
    expect((await said("expired")).text).toMatch(/Not verified|expired|superseded/i);
  });

  it("are read and verified by Go's ParseRevocationList", async () => {
    const env = { ...process.env, GOCACHE: join(folder, "go-cache"), GO111MODULE: "off" };
    const program = join(folder, "crl");
    execFileSync("go", ["build", "-o", program, join(programs, "crl.go")], { env, stdio: "pipe" });
    const [file = ""] = published.crls.fresh;
    const { accepted, text } = await run(program, [file, write("issuing.pem", pem(published.issuing))]);
    expect({ accepted, text }).toEqual({ accepted: true, text: `number 2\n${published.revoked.record.serial}` });
  });
});
