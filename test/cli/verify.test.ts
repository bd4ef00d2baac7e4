import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/commands.ts";
import type { VerifyResult } from "../../src/verify/result.ts";
import { ruleSets } from "../../src/verify/rule-sets/index.ts";
import { writeChain } from "./chain-files.ts";
import { type Run, runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const cwd = tempFolder();

beforeAll(() => writeChain(cwd));

function verify(...args: string[]): Promise<Run> {
  return runCli(["verify", ...args], { cwd });
}

async function verdict(...args: string[]): Promise<VerifyResult> {
  return JSON.parse((await verify(...args, "--json")).stdout);
}

describe("verify", () => {
  it("knows the rule sets of the verifier", () => {
    const all: readonly Command[] = commands;
    expect(all.find(({ name }) => name === "verify")?.options.rules?.choices).toEqual(Object.keys(ruleSets));
  });

  it("accepts a whole chain and draws it", async () => {
    const { status, stdout, stderr } = await verify(
      "full.pem",
      "--trust",
      "root.pem",
      "--name",
      "localhost",
      "--purpose",
      "serverAuth",
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [first, , ...tree] = stdout.split("\n");
    expect(first).toMatch(/^✓ valid/);
    expect(tree.join("\n")).toMatch(
      /^ {2}"CN=Root" {2}trusted, expires in \d+ years\n {2}└─ "CN=Issuing" {2}sent.*\n {5}└─ "CN=localhost" {2}sent/,
    );
  });

  it("answers with one JSON value of the shape that the contract has", async () => {
    const result = await verdict("leaf.pem", "--trust", "root.pem");
    expect(result).toMatchObject({
      valid: false,
      findings: [
        {
          code: "missing-intermediate",
          severity: "error",
          index: 0,
          at: "chain[0].issuer",
          openssl: expect.any(Number),
        },
      ],
      path: [{ subject: "CN=localhost", issuer: "CN=Issuing", from: "sent" }],
      tried: [],
    });
    expect(result.findings[0]?.fix[0]).toEqual({ role: "server", text: expect.stringContaining("fullchain.pem") });
    expect(result.skipped.join()).toContain("revocation");
  });

  it("draws what is missing as a gap and ends with the fix", async () => {
    const { status, stdout } = await verify("leaf.pem", "--trust", "root.pem");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^✗ not valid: /);
    expect(stdout).toMatch(/\n {2}\? "CN=Issuing" {2}missing: neither sent nor trusted\n {2}└┄ "CN=localhost"/);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/client: as a stopgap/);
  });

  it("marks the link that a wrong signature breaks", async () => {
    const der = execFileSync("openssl", ["x509", "-in", "leaf.pem", "-outform", "DER"], { cwd });
    der[der.length - 1] = (der[der.length - 1] as number) ^ 1;
    writeFileSync(join(cwd, "forged.der"), der);
    const { status, stdout } = await verify("forged.der", "int.pem", "--trust", "root.pem");
    expect(status).toBe(1);
    expect(stdout).toContain('└╳ "CN=localhost"');
    expect(stdout).toContain("✗ bad-signature-leaf");
  });

  it("judges at the time that is given", async () => {
    const late = await verdict("full.pem", "--trust", "root.pem", "--at", "2999-01-01");
    expect(late.findings[0]?.code).toMatch(/^(expired|clock)/);
    const early = await verdict("full.pem", "--trust", "root.pem", "--at", "2001-01-01T00:00:00+02:00");
    expect(early.findings[0]?.code).toMatch(/^(not-yet-valid|clock)/);
  });

  it("asks for all names, and tells a wrong purpose", async () => {
    expect((await verdict("full.pem", "--trust", "root.pem", "--name", "localhost", "--name", "127.0.0.1")).valid).toBe(
      true,
    );
    expect((await verdict("full.pem", "--trust", "root.pem", "--name", "example.org")).findings[0]?.code).toBe(
      "wrong-host",
    );
    expect((await verdict("full.pem", "--trust", "root.pem", "--purpose", "clientAuth")).findings[0]?.code).toBe(
      "wrong-eku",
    );
  });

  it("takes trust from bundles, folders and hashed folders, and more certificates from folders", async () => {
    mkdirSync(join(cwd, "roots"), { recursive: true });
    copyFileSync(join(cwd, "root.pem"), join(cwd, "roots", "root.pem"));
    writeFileSync(join(cwd, "roots", "README"), "not a certificate\n");
    expect((await verdict("full.pem", "--trust", "roots")).valid).toBe(true);
    execFileSync("openssl", ["rehash", "roots"], { cwd, stdio: "pipe" });
    expect((await verdict("full.pem", "--trust", "roots")).valid).toBe(true);
    mkdirSync(join(cwd, "more"), { recursive: true });
    copyFileSync(join(cwd, "int.pem"), join(cwd, "more", "int.pem"));
    expect(
      (await verdict("leaf.pem", "--trust", "root.pem", "--untrusted", "more")).path.map(({ from }) => from),
    ).toEqual(["sent", "untrusted", "trust"]);
    execFileSync("openssl", ["crl2pkcs7", "-nocrl", "-certfile", "full.pem", "-out", "full.p7b"], { cwd });
    expect((await verdict("full.p7b", "--trust", "root.pem")).valid).toBe(true);
  });

  it("trusts the system's roots where there is no store, and no others", async () => {
    const { status, stdout } = await runCli(["verify", "full.pem", "--json"], {
      cwd,
      env: { SSL_CERT_FILE: join(cwd, "root.pem") },
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true });
    expect((await verdict("full.pem")).findings[0]?.code).toBe("untrusted-root-not-sent");
  });

  it("reads the chain from standard input, text around it", async () => {
    const stdin = `depth=1 CN = Issuing\n${readFileSync(join(cwd, "full.pem"), "utf8")}\nDONE\n`;
    expect((await runCli(["verify", "-", "--trust", "root.pem"], { cwd, stdin })).status).toBe(0);
  });

  it("answers for a leaf that cannot be read", async () => {
    writeFileSync(
      join(cwd, "cut.der"),
      execFileSync("openssl", ["x509", "-in", "leaf.pem", "-outform", "DER"], { cwd }).subarray(0, 200),
    );
    const { status, stdout } = await verify("cut.der", "--trust", "root.pem", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings[0].code).toBe("malformed-der");
  });

  it("checks a CRL that is given", async () => {
    writeFileSync(join(cwd, "index.txt"), "");
    writeFileSync(
      join(cwd, "ca.cnf"),
      "[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=9\n",
    );
    const ca = (...args: string[]) =>
      execFileSync("openssl", ["ca", "-config", "ca.cnf", "-cert", "int.pem", "-keyfile", "int.key", ...args], {
        cwd,
        stdio: "pipe",
      });
    ca("-revoke", "leaf.pem", "-crl_reason", "keyCompromise");
    ca("-gencrl", "-out", "int.crl");
    expect((await verdict("full.pem", "--trust", "root.pem", "--crl", "int.crl")).findings[0]?.code).toBe(
      "revoked-crl",
    );
    expect((await verdict("full.pem", "--trust", "root.pem", "--crl", "int.crl", "--revocation", "off")).valid).toBe(
      true,
    );
    expect((await verdict("full.pem", "--trust", "root.pem", "--revocation", "require")).findings[0]?.code).toBe(
      "crl-missing",
    );
  });

  it.each([
    [["full.pem", "--purpose", "nonsense"], "nonsense is not a purpose"],
    [["full.pem", "--rules", "nonsense"], "argument 'nonsense' is invalid"],
    [["full.pem", "--at", "yesterday"], '"yesterday" is not a time'],
    [["full.pem", "--trust", "nowhere.pem"], "cannot read nowhere.pem"],
    [["localhost:443", "full.pem"], "localhost:443 is a server, and 1 more"],
    [["full.pem", "--aia", "--offline"], "--aia fetches and --offline forbids it"],
    [[], "there is no certificate to verify"],
  ])("refuses %j with status 2", async (args, problem) => {
    const { status, stderr } = await verify(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(problem);
    expect(stderr).toContain("rootcause: hint: ");
  });
});
