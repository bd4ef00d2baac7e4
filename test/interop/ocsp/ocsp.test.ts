import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { checkOcsp } from "../../../src/revocation/ocsp/check-ocsp.ts";
import { encodeOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { readCertificates } from "../../../src/x509/certificate-file.ts";
import { type Serving, serve } from "../../cli/ocsp/serving.ts";
import { runCli } from "../../cli/run-cli.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { run } from "../../clients/client.ts";
import { freePort } from "../free-port.ts";
import { nginxConfig } from "../nginx-config.ts";

const folder = tempFolder();
const file = (name: string) => join(folder, name);

async function rootcause(...args: readonly string[]): Promise<void> {
  const { status, stderr } = await runCli(args, { cwd: folder });
  if (status !== 0) throw new Error(stderr);
}

function certificate(name: string): Certificate {
  return readCertificates(readFileSync(file(name)))[0] as Certificate;
}

let serving: Serving;

beforeAll(async () => {
  await rootcause("init", "Interop");
  await rootcause("issue", "localhost", "--out", "good");
  await rootcause("issue", "localhost", "--out", "revoked");
  await rootcause("revoke", "revoked/cert.pem", "--reason", "keyCompromise");
  await rootcause("ocsp", "presign", "--out", "responses");
  const [leaf, issuer] = [certificate("revoked/cert.pem"), certificate("revoked/chain.pem")];
  writeFileSync(file("request.der"), encodeOcspRequest([encodeCertId("sha1", issuer, leaf.serialNumber)]));
  await rootcause("ocsp", "respond", "request.der", "--out", "revoked.der");
  serving = await serve(folder, []);
});
afterAll(() => serving.end("SIGTERM"));

describe("the programs", () => {
  it.each([
    ["nginx", "-v"],
    ["curl", "--version"],
    ["ocsptool", "--version"],
    ["java", "-version"],
  ])("%s is installed", (program, argument) => {
    expect(spawnSync(program, [argument]).error).toBeUndefined();
  });
});

describe("GnuTLS", () => {
  const ask = (name: string) =>
    run("ocsptool", [
      `--ask=${serving.report.ocsp}`,
      ...["--load-cert", file(`${name}/cert.pem`), "--load-issuer", file(`${name}/chain.pem`)],
      ...["--load-trust", file(`${name}/chain.pem`), "--nonce"],
    ]);

  it("takes the answers about a good and a revoked certificate", async () => {
    const good = await ask("good");
    expect(good.text).toMatch(/Certificate Status: good[\s\S]*Verifying OCSP Response: Success/);
    const revoked = await ask("revoked");
    expect(revoked.text).toMatch(/Certificate Status: revoked[\s\S]*Verifying OCSP Response: Success/);
  });
});

describe("Java's PKIX", () => {
  const validate = (name: string) =>
    run("java", [
      new URL("./Ocsp.java", import.meta.url).pathname,
      file(`${name}/fullchain.pem`),
      file(`${name}/root.pem`),
      serving.report.ocsp,
    ]);

  it("asks for leaf and intermediate, accepts a good chain and refuses a revoked leaf", async () => {
    expect(await validate("good")).toEqual({ accepted: true, text: "ok" });
    const { accepted, text } = await validate("revoked");
    expect(accepted).toBe(false);
    expect(text).toMatch(/revoked.*KEY_COMPROMISE/i);
  });
});

describe("nginx", () => {
  let nginx: ChildProcess;
  const ports = { plain: 0, good: 0, revoked: 0 };

  beforeAll(async () => {
    for (const name of ["plain", "good", "revoked"] as const) ports[name] = await freePort();
    writeFileSync(file("nginx.conf"), configuration(ports));
    nginx = spawn("nginx", ["-p", folder, "-c", file("nginx.conf")], { stdio: "ignore" });
    await vi.waitFor(() => fetch(`http://127.0.0.1:${ports.plain}/`), { timeout: 10_000 });
  });
  afterAll(async () => {
    nginx.kill("SIGQUIT");
    await once(nginx, "exit");
  });

  it.each(["sha1", "sha256"] as const)("serves a folder of responses by %s as it is", async (hash) => {
    for (const name of ["good", "revoked"]) {
      const [leaf, issuer] = [certificate(`${name}/cert.pem`), certificate(`${name}/chain.pem`)];
      const request = encodeOcspRequest([encodeCertId(hash, issuer, leaf.serialNumber)]);
      const path = encodeURIComponent(Buffer.from(request).toString("base64"));
      const response = await fetch(`http://127.0.0.1:${ports.plain}/ocsp/${path}`);
      expect(response.headers.get("content-type")).toBe("application/ocsp-response");
      const answer = parseOcspResponse(new Uint8Array(await response.arrayBuffer()));
      const verdict = checkOcsp(answer, { certificate: leaf, issuer }, { at: new Date() });
      expect(verdict.status).toBe(name);
    }
  });

  const connect = (port: number) =>
    run("curl", [
      ...["-sS", "--noproxy", "*", "--cert-status", "--cacert", file("good/root.pem")],
      `https://localhost:${port}/`,
    ]);

  it("staples what it serves, once it has asked for it, and curl --cert-status accepts that", async () => {
    await expect.poll(() => connect(ports.good), { timeout: 20_000 }).toEqual({ accepted: true, text: "hello" });
  });

  it("staples a response in a file, and curl --cert-status refuses a revoked certificate", async () => {
    const { accepted, text } = await connect(ports.revoked);
    expect(accepted).toBe(false);
    expect(text).toMatch(/revo/i);
  });
});

/** A static server for the folder that `ocsp presign` wrote, as docs/ocsp.md has it, a server that staples what that one serves, and one with a staple of its own:
 * nginx keeps to itself what tells of a revocation when it has asked. */
function configuration({ plain, good, revoked }: { plain: number; good: number; revoked: number }): string {
  const stapling = (port: number, name: string, source: string) => `
    server {
      listen 127.0.0.1:${port} ssl;
      ssl_certificate ${file(`${name}/fullchain.pem`)};
      ssl_certificate_key ${file(`${name}/key.pem`)};
      ssl_stapling on;
      ${source};
      ssl_trusted_certificate ${file(`${name}/root.pem`)};
      location / { return 200 "hello\\n"; }
    }`;
  return nginxConfig(
    file,
    `server {
        listen 127.0.0.1:${plain};
        location / { return 404; }
        ${documentedLocation()}
      }
      ${stapling(good, "good", `ssl_stapling_responder http://127.0.0.1:${plain}/ocsp`)}
      ${stapling(revoked, "revoked", `ssl_stapling_file ${file("revoked.der")}`)}`,
  );
}

/** What docs/ocsp.md tells people to write, for the folder of this test. */
function documentedLocation(): string {
  const page = readFileSync(new URL("../../../docs/ocsp.md", import.meta.url), "utf8");
  const [, location = ""] = /```nginx\n([\s\S]+?)```/.exec(page) ?? [];
  return location.replace("/var/lib/ocsp", file("responses"));
}
