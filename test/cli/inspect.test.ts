import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/cli/inspect/report.ts";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const cwd = tempFolder();
const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd, stdio: ["ignore", "pipe", "pipe"] });

beforeAll(() => {
  const subject = ["-subj", "/C=NL/O=Acme & Söhne/CN=localhost", "-utf8"];
  const san = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1,email:a@example.org,URI:spiffe://x/y"];
  const usage = ["-addext", "keyUsage=critical,digitalSignature", "-addext", "extendedKeyUsage=serverAuth,clientAuth"];
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  openssl(
    "req",
    "-x509",
    ...ec,
    "-noenc",
    "-keyout",
    "key.pem",
    "-out",
    "cert.pem",
    "-days",
    "20",
    ...subject,
    ...san,
    ...usage,
  );
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:1024",
    "-sha1",
    "-noenc",
    "-keyout",
    "weak.key",
    "-out",
    "weak.pem",
    "-subj",
    "/CN=weak",
  );
  openssl("req", "-new", "-key", "key.pem", "-out", "req.pem", ...subject, ...san);
  openssl("pkcs8", "-topk8", "-in", "key.pem", "-out", "encrypted.pem", "-passout", "pass:secret");
  openssl("ec", "-in", "key.pem", "-aes256", "-passout", "pass:secret", "-out", "traditional.pem");
  openssl("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem");
  openssl("rsa", "-in", "weak.key", "-RSAPublicKey_out", "-out", "pkcs1-public.pem");
  openssl("x509", "-in", "cert.pem", "-outform", "DER", "-out", "cert.der");
  openssl(
    "pkcs12",
    "-export",
    "-inkey",
    "key.pem",
    "-in",
    "cert.pem",
    "-name",
    "ours",
    "-out",
    "all.p12",
    "-passout",
    "pass:secret",
  );
  openssl("crl2pkcs7", "-nocrl", "-certfile", "cert.pem", "-certfile", "weak.pem", "-out", "all.p7b");
  writeFileSync(join(cwd, "pass"), "secret\n");
  chmodSync(join(cwd, "pass"), 0o600);
  chmodSync(join(cwd, "key.pem"), 0o600);
});

async function inspect(...args: string[]): Promise<{ items: Report[]; pairs: { key: string; belongsTo: string[] }[] }> {
  const { stdout, stderr } = await runCli(["inspect", "--json", ...args], { cwd });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

async function one(...args: string[]): Promise<Report> {
  const { items } = await inspect(...args);
  expect(items).toHaveLength(1);
  return items[0] as Report;
}

describe("inspect", () => {
  it("reads a certificate as node:crypto does", async () => {
    const { kind, title, fields, extensions = [], warnings } = await one("cert.pem");
    const theirs = new X509Certificate(readFileSync(join(cwd, "cert.pem")));
    expect(kind).toBe("certificate");
    expect(title).toBe("CA certificate of localhost");
    expect(fields.subject?.value).toBe("CN=localhost,O=Acme & Söhne,C=NL");
    expect(fields.issuer?.words).toBe("itself: self-signed");
    expect(fields.serialNumber?.value).toBe(theirs.serialNumber.toLowerCase());
    expect(new Date(fields.notAfter?.value as string)).toEqual(new Date(theirs.validTo));
    expect(fields.notAfter?.words).toBe("expires in 19 days, valid for 20 days");
    expect(fields.sha256?.value).toBe(theirs.fingerprint256.replaceAll(":", "").toLowerCase());
    expect(fields.publicKey).toEqual({ value: "ECDSA P-256", words: "128 bits of security: strong" });
    expect(fields.names?.value).toEqual([
      "DNS:localhost",
      "IP:127.0.0.1",
      "IP:::1",
      "email:a@example.org",
      "URI:spiffe://x/y",
    ]);
    expect(extensions.find(({ name }) => name === "keyUsage")).toEqual({
      oid: "2.5.29.15",
      name: "keyUsage",
      critical: true,
      meaning: ["digitalSignature: signs handshakes and messages"],
    });
    expect(warnings).toEqual([]);
  });

  it("prints the same as text, with the command that asks OpenSSL", async () => {
    const { stdout } = await runCli(["inspect", "cert.pem"], { cwd });
    expect(stdout).toMatch(/^CA certificate of localhost {2}cert.pem, line 1$/m);
    expect(stdout).toMatch(/^ {2}not after +20\S+Z {2}expires in 19 days/m);
    expect(stdout).toMatch(/^ {4}extendedKeyUsage +serverAuth: TLS server$/m);
    const command = /with OpenSSL: openssl (.*)$/m.exec(stdout)?.[1]?.split(" ") ?? [];
    expect(openssl(...command).toString()).toContain("Issuer: C = NL");
  });

  it("tells what a file is by its content", async () => {
    writeFileSync(join(cwd, "bare.txt"), readFileSync(join(cwd, "cert.der")).toString("base64"));
    const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
    writeFileSync(join(cwd, "jwk.json"), JSON.stringify(jwk));
    const files = [
      "cert.der",
      "bare.txt",
      "req.pem",
      "key.pem",
      "encrypted.pem",
      "traditional.pem",
      "public.pem",
      "pkcs1-public.pem",
      "jwk.json",
      "all.p7b",
      "all.p12",
    ];
    const { items } = await inspect(...files);
    expect(items.map(({ kind, encoding }) => `${kind} ${encoding}`)).toEqual([
      "certificate DER",
      "certificate base64",
      "certificate-request PEM",
      "private-key PEM",
      "encrypted-private-key PEM",
      "encrypted-private-key PEM",
      "public-key PEM",
      "public-key PEM",
      "public-key JWK",
      "pkcs7 PEM",
      "pkcs12 DER",
    ]);
  });

  it("warns of weak keys, weak signatures and keys that others can read", async () => {
    chmodSync(join(cwd, "weak.key"), 0o644);
    const { items } = await inspect("weak.pem", "weak.key");
    expect(items[0]?.warnings).toEqual([
      "the key is too weak: RSA 1024, 80 bits of security: weak: disallowed since 2014",
      "the signature uses SHA1, which can be forged",
    ]);
    expect(items[1]?.warnings[1]).toBe("others on this machine can read this key (mode 644): chmod 600 weak.key");
  });

  it("says how a key is encrypted, and which key it is once it is opened", async () => {
    const locked = await one("encrypted.pem");
    expect(locked.fields).toEqual({ encryption: { value: "AES-256-CBC, its key derived by PBKDF2" } });
    const plain = await one("key.pem");
    for (const file of ["encrypted.pem", "traditional.pem"]) {
      const opened = await one(file, "--passphrase-file", "pass");
      expect(opened.fields.publicKeySha256).toEqual(plain.fields.publicKeySha256);
    }
    writeFileSync(join(cwd, "wrong"), "wrong\n", { mode: 0o600 });
    const { status, stderr } = await runCli(["inspect", "encrypted.pem", "--passphrase-file", "wrong"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain("the passphrase is wrong");
  });

  it("opens containers", async () => {
    expect((await one("all.p12")).title).toBe("PKCS#12, locked");
    const opened = await one("all.p12", "--passphrase-file", "pass");
    expect(opened.fields.friendlyNames?.value).toEqual(["ours"]);
    expect(opened.contains?.map(({ kind }) => kind)).toEqual(["private-key", "certificate"]);
    expect((await one("all.p7b")).contains?.map(({ title }) => title)).toEqual([
      "CA certificate of localhost",
      "CA certificate of weak",
    ]);
  });

  it("reads CRLs and OCSP responses", async () => {
    const serial = openssl("x509", "-in", "cert.pem", "-noout", "-serial").toString().trim().split("=")[1] ?? "";
    writeFileSync(
      join(cwd, "index.txt"),
      `R\t270101000000Z\t260101000000Z,keyCompromise\t${serial}\tunknown\t/CN=localhost\n`,
    );
    writeFileSync(
      join(cwd, "ca.cnf"),
      "[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=9\n",
    );
    openssl("ca", "-config", "ca.cnf", "-cert", "cert.pem", "-keyfile", "key.pem", "-gencrl", "-out", "crl.pem");
    const crl = await one("crl.pem");
    expect(crl.kind).toBe("crl");
    expect(crl.fields.entries?.value).toEqual([`${serial.toLowerCase()} since 2026-01-01T00:00:00Z: keyCompromise`]);
    openssl(
      ...["ocsp", "-index", "index.txt", "-CA", "cert.pem", "-rsigner", "cert.pem", "-rkey", "key.pem"],
      ...["-issuer", "cert.pem", "-cert", "cert.pem", "-respout", "response.der", "-ndays", "3"],
    );
    const response = await one("response.der");
    expect(response.kind).toBe("ocsp-response");
    expect(response.fields.responseStatus?.value).toBe("successful");
    expect(response.fields.answers?.value).toEqual([
      expect.stringContaining(`${serial.toLowerCase()}: revoked 2026-01-01T00:00:00Z for keyCompromise`),
    ]);
    expect(response.contains?.map(({ title }) => title)).toEqual(["CA certificate of localhost"]);
  });

  it("checks that a request's signature fits its key", async () => {
    expect((await one("req.pem")).fields.signature?.value).toBe("good");
    const der = openssl("req", "-in", "req.pem", "-outform", "DER");
    const at = der.indexOf("localhost");
    der[at] = (der[at] as number) ^ 0x01;
    writeFileSync(join(cwd, "changed.der"), der);
    const changed = await one("changed.der");
    expect(changed.fields.signature?.value).toBe("bad");
    expect(changed.warnings.join()).toContain("the signature does not fit the key");
  });

  it("says which key belongs to which certificate, and fails with --pair when one belongs to none", async () => {
    const fits = await runCli(["inspect", "--pair", "cert.pem", "key.pem"], { cwd });
    expect(fits.status).toBe(0);
    expect(fits.stdout).toContain(
      "the private key in key.pem, line 1 belongs to CA certificate of localhost (cert.pem, line 1)",
    );
    const differs = await runCli(["inspect", "--pair", "cert.pem", "weak.key"], { cwd });
    expect(differs.status).toBe(1);
    expect(differs.stdout).toContain("belongs to none of the certificates here");
    expect((await runCli(["inspect", "--pair", "cert.pem"], { cwd })).status).toBe(1);
  });

  it("shows every element with its offset, as openssl asn1parse does", async () => {
    const { stdout } = await runCli(["inspect", "--asn1", "cert.der"], { cwd });
    const ours = [...stdout.matchAll(/^ *(\d+) {2}(\d)\+(\d+)/gm)].map(([, ...numbers]) => numbers.join(" "));
    const theirs = openssl("asn1parse", "-inform", "DER", "-in", "cert.der").toString();
    const expected = [...theirs.matchAll(/^ *(\d+):d=\d+ +hl=(\d+) +l= *(\d+)/gm)].map(([, ...numbers]) =>
      numbers.join(" "),
    );
    expect(expected.length).toBeGreaterThan(50);
    expect(expected.filter((line) => !ours.includes(line))).toEqual([]);
    expect(stdout).toMatch(/notAfter UTCTime \d{12}Z/);
    expect(stdout).toMatch(/extnID OBJECT IDENTIFIER 2\.5\.29\.37 \(extended key usage\)/);
  });

  it("keeps a private key out of the dump", async () => {
    const { d } = JSON.parse(JSON.stringify(await keyAsJwk())) as { d: string };
    const { stdout } = await runCli(["inspect", "--asn1", "key.pem"], { cwd });
    expect(stdout).toContain("(hidden)");
    expect(stdout).not.toContain(Buffer.from(d, "base64url").toString("hex").slice(0, 16));
  });

  it("reports what is not DER and reads on", async () => {
    const der = openssl("x509", "-in", "cert.pem", "-outform", "DER");
    const at = der.indexOf(Buffer.from([0x01, 0x01, 0xff])); // critical TRUE
    der[at + 2] = 0x01;
    writeFileSync(join(cwd, "ber.der"), der);
    const { warnings, fields } = await one("ber.der");
    expect(warnings.join()).toContain(`not DER at octet ${at}: a BOOLEAN is one octet, 00 or FF`);
    expect(fields.subject?.value).toContain("CN=localhost");
    const dump = await runCli(["inspect", "--asn1", "ber.der"], { cwd });
    expect(dump.stdout).toContain("^ not DER: a BOOLEAN is one octet, 00 or FF");
    expect(dump.stdout).toContain("signatureAlgorithm SEQUENCE");
  });

  it("never fails on a damaged certificate, nor lets it steer the terminal", async () => {
    const whole = readFileSync(join(cwd, "cert.der"));
    const damage = fc.tuple(fc.integer({ min: 1, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(damage, fc.boolean(), async ([at, octet], asn1) => {
        const damaged = Buffer.from(whole);
        damaged[at] = octet;
        const run = await runCli(["inspect", "-", ...(asn1 ? ["--asn1"] : [])], { cwd, stdin: damaged });
        expect(run.status).toBe(0);
        expect(run.stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["text", "hello", "it is neither PEM nor DER"],
    ["an OpenSSH key", "ssh-ed25519 AAAAC3", "it is an OpenSSH public key"],
    ["a web page", "<!DOCTYPE html>", "it is a web page"],
    ["nothing", "", "it is empty"],
    ["a Java keystore", Buffer.from("feedfeed00000002", "hex"), "it is a Java keystore"],
  ])("says what %s is instead", async (_, stdin, found) => {
    const { status, stderr } = await runCli(["inspect", "-"], { stdin });
    expect(status).toBe(2);
    expect(stderr).toContain(found);
    expect(stderr).toContain("rootcause: hint: ");
  });

  it("says what to do about a folder and a file that is not there", async () => {
    expect((await runCli(["inspect", "."], { cwd })).stderr).toContain("cannot read .: it is a folder");
    expect((await runCli(["inspect", "nowhere.pem"], { cwd })).stderr).toContain("there is no such file");
  });
});

async function keyAsJwk(): Promise<unknown> {
  const { createPrivateKey } = await import("node:crypto");
  return createPrivateKey(readFileSync(join(cwd, "key.pem"))).export({ format: "jwk" });
}
