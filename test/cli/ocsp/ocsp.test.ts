import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import { runCli } from "../run-cli.ts";
import { tempFolder } from "../temp-folder.ts";
import { type Serving, serve } from "./serving.ts";

const folder = tempFolder();

async function rootcause(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(args, { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** OpenSSL as a client of the responder; it must not block this process, which is the server. */
async function opensslIn(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)("openssl", ["ocsp", ...args], { cwd });
  return stderr + stdout; // the verdict on the signature is talk
}

function openssl(...args: readonly string[]): Promise<string> {
  return opensslIn(folder, ...args);
}

/** Runs commands of ours in another folder, and reads their JSON. */
function commandIn(cwd: string) {
  return async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await runCli([...args, "--json"], { cwd });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
}

const about = ["-issuer", "leaf/chain.pem", "-cert", "leaf/cert.pem"];

beforeAll(async () => {
  await rootcause("init", "Acme");
  await rootcause("issue", "localhost", "--out", "leaf");
  await rootcause("crl", "--all");
});

describe("ocsp serve", () => {
  const started = async (...args: readonly string[]): Promise<Serving> => {
    const serving = await serve(folder, args);
    onTestFinished(async () => void (await serving.end("SIGTERM")));
    return serving;
  };

  it("answers OpenSSL with and without a nonce, about the leaf and the intermediate", async () => {
    const { report } = await started();
    const ask = (...args: readonly string[]) => openssl("-url", report.ocsp, "-CAfile", "leaf/root.pem", ...args);
    expect(await ask(...about)).toMatch(/Response verify OK\s+leaf\/cert.pem: good/);
    expect(await ask("-sha256", ...about, "-no_nonce")).toContain("leaf/cert.pem: good");
    const above = await ask("-issuer", "leaf/root.pem", "-cert", "leaf/chain.pem");
    expect(above).toMatch(/Response verify OK\s+leaf\/chain.pem: good/);
    expect(await ask(...about, "-serial", "1")).toMatch(/leaf\/cert.pem: good[\s\S]+1: unknown/);
  });

  it("hands out the CRLs that were published and the certificates of the CAs", async () => {
    const { report } = await started();
    for (const file of readdirSync(join(folder, "ca-store/published/crl"))) {
      const response = await fetch(`${report.url}/crl/${file}`);
      const published = readFileSync(join(folder, "ca-store/published/crl", file));
      expect(Buffer.from(await response.arrayBuffer()).equals(published)).toBe(true);
      const certificate = await fetch(`${report.url}/ca/${file.replace(/crl$/, "cer")}`);
      expect(certificate.headers.get("content-type")).toBe("application/pkix-cert");
    }
  });

  it("hears of a revocation by another process", async () => {
    await rootcause("issue", "revoked.example.test", "--out", "revoked");
    const { report } = await started();
    const ask = () =>
      openssl("-url", report.ocsp, "-CAfile", "leaf/root.pem", "-no_nonce", ...about.slice(0, 3), "revoked/cert.pem");
    expect(await ask()).toContain("revoked/cert.pem: good");
    await rootcause("revoke", "revoked/cert.pem", "--reason", "keyCompromise");
    await expect.poll(ask).toMatch(/revoked\/cert.pem: revoked[\s\S]+Reason: keyCompromise/);
  });

  it("answers for a CA that is added while it runs, and publishes its CRL", async () => {
    const elsewhere = tempFolder();
    const run = commandIn(elsewhere);
    await run("init", "Acme");
    const { report, end } = await serve(elsewhere, []);
    try {
      await run("ca", "add-intermediate", "Later");
      const { id, name } = (await run("ca", "list")).find((ca: { name: string }) => ca.name.startsWith("Later"));
      await run("issue", "localhost", "--ca", name, "--out", "later");
      const asked = ["-url", report.ocsp, "-CAfile", "later/root.pem", "-issuer", "later/chain.pem"];
      const ask = () => opensslIn(elsewhere, ...asked, "-cert", "later/cert.pem");
      await expect.poll(ask).toMatch(/Response verify OK\s+later\/cert.pem: good/);
      await expect.poll(async () => (await fetch(`${report.url}/crl/${id}.crl`)).status).toBe(200);
    } finally {
      await end("SIGTERM");
    }
  });

  it("answers for a CA whose key is offline through a responder that it certified", async () => {
    const elsewhere = tempFolder();
    const run = commandIn(elsewhere);
    await run("init", "Vault");
    await run("issue", "localhost", "--out", "leaf");
    const root = (await run("ca", "list")).find(({ kind }: { kind: string }) => kind === "root").name;
    await promisify(execFile)(
      "openssl",
      [
        "req",
        "-new",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-noenc",
        "-subj",
        "/CN=Responder",
      ].concat(["-keyout", "responder.key", "-out", "responder.csr"]),
      { cwd: elsewhere },
    );
    await run("sign", "responder.csr", "--profile", "ocsp-signer", "--ca", root, "--out", "responder");
    await run("ca", "export-key", root, "--out", "vault");
    const offline = ["--responder-cert", "responder/cert.pem", "--responder-key", "responder.key"];
    const { report, end } = await serve(elsewhere, offline);
    try {
      expect(report.for).toContain(root);
      const asked = ["-issuer", "leaf/root.pem", "-cert", "leaf/chain.pem", "-CAfile", "leaf/root.pem"];
      expect(await opensslIn(elsewhere, "-url", report.ocsp, ...asked)).toMatch(
        /Response verify OK\s+leaf\/chain.pem: good/,
      );
    } finally {
      await end("SIGTERM");
    }
    expect(await runCli(["ocsp", "presign", ...offline.slice(0, 2)], { cwd: elsewhere })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no --responder-key is its private key"),
    });
  });

  it("says when it is ready, and ends cleanly at SIGINT and SIGTERM", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const serving = await serve(folder, ["--ready-file", "ready.json"]);
      const ready = JSON.parse(readFileSync(join(folder, "ready.json"), "utf8"));
      expect(ready).toEqual({ url: serving.report.url, port: Number(new URL(ready.url).port), pid: 7 });
      expect(await serving.end(signal)).toBe(0);
      await expect(fetch(ready.url)).rejects.toThrow();
    }
  });

  it("signs with the CA's key when told, for the CA that is named", async () => {
    const issuing = (await started()).report.for?.at(-1) as string;
    const { report } = await started("--by-ca", "--ca", issuing, "--valid-for", "1h");
    expect(report.for).toEqual([issuing]);
    const answer = await openssl("-url", report.ocsp, "-CAfile", "leaf/root.pem", "-resp_text", ...about);
    expect(answer).not.toContain("BEGIN CERTIFICATE");
    expect(answer).toContain("leaf/cert.pem: good");
  });

  it("serves a folder without a store and without a key", async () => {
    await rootcause("ocsp", "presign", "--out", "responses");
    const elsewhere = tempFolder();
    const serving = await serve(elsewhere, ["--dir", join(folder, "responses")]);
    onTestFinished(async () => void (await serving.end("SIGTERM")));
    const answer = await openssl("-url", serving.report.ocsp, "-CAfile", "leaf/root.pem", "-no_nonce", ...about);
    expect(answer).toMatch(/Response verify OK\s+leaf\/cert.pem: good/);
  });

  it("refuses a folder that is not there, and says what fills one that is empty", async () => {
    const elsewhere = tempFolder({ file: "" });
    for (const dir of ["typo", "file"])
      await expect(serve(elsewhere, ["--dir", dir])).rejects.toThrow(`2: cannot read ${dir}: `);
    const serving = await serve(elsewhere, ["--dir", tempFolder()]);
    expect(serving.said()).toMatch(/ is empty: `rootcause ocsp presign --out \S+` fills it\n/);
    expect(await serving.end("SIGTERM")).toBe(0);
  });

  it("refuses a port that is taken, and a time span that is none", async () => {
    const { report } = await started();
    const port = new URL(report.url).port;
    expect(await runCli(["ocsp", "serve", "--port", port], { cwd: folder })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("another program listens there"),
    });
    expect((await runCli(["ocsp", "serve", "--valid-for", "soon"], { cwd: folder })).status).toBe(2);
  });
});

describe("ocsp respond", () => {
  it("answers a file", async () => {
    await openssl(...about, "-reqout", "request.der");
    const report = JSON.parse(await rootcause("ocsp", "respond", "request.der", "--out", "response.der", "--json"));
    expect(report).toMatchObject({ status: "successful", file: "response.der", certificates: [{ status: "good" }] });
    const verdict = await openssl(
      ...["-reqin", "request.der", "-respin", "response.der", "-CAfile", "leaf/root.pem", "-issuer", "leaf/chain.pem"],
    );
    expect(verdict).toContain("Response verify OK");
    expect(verdict).not.toContain("Nonce Verify error");
  });

  it("prints the response in JSON when there is no file for it", async () => {
    const report = JSON.parse(await rootcause("ocsp", "respond", "request.der", "--json"));
    expect(parseOcspResponse(Uint8Array.from(Buffer.from(report.response, "base64"))).status).toBe("successful");
  });

  it("writes the error that a client would get, says why, and exits with 1", async () => {
    writeFileSync(join(folder, "nonsense.der"), "nonsense");
    const args = ["ocsp", "respond", "nonsense.der", "--out", "error.der", "--json"];
    const { status, stdout } = await runCli(args, { cwd: folder });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      status: "malformedRequest",
      why: expect.stringContaining("OCSPRequest"),
    });
    expect([...readFileSync(join(folder, "error.der"))]).toEqual([0x30, 3, 0x0a, 1, 1]);
  });
});

describe("ocsp presign", () => {
  it("tells how many responses it signed and when the first lapses", async () => {
    const report = JSON.parse(await rootcause("ocsp", "presign", "--out", "more", "--valid-for", "7d", "--json"));
    expect(report).toMatchObject({ directory: "more", removed: 0 });
    expect(report.responses).toBe(2 * report.certificates);
    expect(Date.parse(report.nextUpdate) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  });
});
