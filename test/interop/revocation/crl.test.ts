import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Authority } from "../../../src/ca/authority.ts";
import { createCa } from "../../../src/ca/create-ca.ts";
import { publishCrls } from "../../../src/ca/crl/publish-crls.ts";
import { type Issued, issue } from "../../../src/ca/issue.ts";
import { revoke } from "../../../src/ca/revoke.ts";
import { builtinProfile } from "../../../src/profile/builtin-profiles.ts";
import { createStore } from "../../../src/store/open.ts";
import type { Store } from "../../../src/store/store.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { encodePem } from "../../../src/x509/pem.ts";
import { run } from "../../clients/client.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-crl-"));
const programs = new URL(".", import.meta.url).pathname;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

let today = new Date(Date.now() - MONTH_MS);
let store: Store;
let root: Authority;
let issuing: Authority;
let good: Issued;
let lost: Issued;
/** The files of the lists of the issuing CA and the root, by what they say. */
const lists = new Map<string, readonly string[]>();

beforeAll(async () => {
  const now = () => today;
  store = await createStore(join(folder, "ca-store"), { now });
  const context = { store, now };
  const publish = async (name: string) => {
    const options = { folder: join(folder, name) };
    const all = [...(await publishCrls(context, issuing, options)), ...(await publishCrls(context, root, options))];
    lists.set(
      name,
      all.map(({ file }) => file),
    );
  };
  ({ root, issuing } = await createCa(context, { name: "Interop", baseUrl: "http://pki.example.test" }));
  const order = { profile: builtinProfile("tls-server"), names: ["localhost"] };
  good = await issue(context, issuing, order);
  lost = await issue(context, issuing, order);
  await revoke(context, lost.certificate, { reason: "keyCompromise" });
  await publish("expired");
  today = new Date();
  await publish("fresh");
  await revoke(context, issuing.certificate, { reason: "cACompromise" });
  await publish("revoked CA");
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
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

/** True when a validator accepts the leaf with these lists. */
type Accepts = (leaf: Certificate, files: readonly string[]) => Promise<boolean>;

const judges: Readonly<Record<string, Accepts>> = {
  "openssl verify -crl_check_all": async (leaf, files) => {
    const crls = write("crls.pem", files.map(crlPem).join(""));
    const chain = ["-CAfile", write("root.pem", pem(root.certificate))];
    const untrusted = ["-untrusted", write("issuing.pem", pem(issuing.certificate))];
    const options = ["verify", "-crl_check_all", "-x509_strict", ...chain, ...untrusted, "-CRLfile", crls];
    return (await run("openssl", [...options, write("leaf.pem", pem(leaf))])).accepted;
  },
  "certtool --verify": async (leaf, files) => {
    const crls = write("crls.pem", files.map(crlPem).join(""));
    const trust = write("root.pem", pem(root.certificate));
    const chain = write("chain.pem", pem(leaf, issuing.certificate));
    const options = ["--verify", "--load-ca-certificate", trust, "--load-crl", crls, "--infile", chain];
    const { accepted, text } = await run("certtool", options);
    return accepted && /Verified/.test(text) && !/Not verified|revoked|expired/i.test(text);
  },
  "Java PKIX": async (leaf, files) => {
    const trust = write("root.pem", pem(root.certificate));
    const chain = write("chain.pem", pem(leaf, issuing.certificate));
    return (await run("java", [join(programs, "Revocation.java"), trust, chain, ...files])).accepted;
  },
};

describe("CRLs of ours", () => {
  it.each(Object.entries(judges))("mean for %s what they mean for us", async (name, accepts) => {
    const verdicts = {
      good: await accepts(good.certificate, lists.get("fresh") ?? []),
      revoked: await accepts(lost.certificate, lists.get("fresh") ?? []),
      expired: await accepts(good.certificate, lists.get("expired") ?? []),
      revokedCa: await accepts(good.certificate, lists.get("revoked CA") ?? []),
    };
    const looksAtDates = name !== "certtool --verify"; // GnuTLS judges the date of a list when that is verified by itself
    expect(verdicts).toEqual({ good: true, revoked: false, expired: !looksAtDates, revokedCa: false });
  });

  it("verify by certtool --verify-crl", async () => {
    const trust = write("issuing.pem", pem(issuing.certificate));
    const said = (name: string) => {
      const [file = ""] = lists.get(name) ?? [];
      return run("certtool", ["--verify-crl", "--load-ca-certificate", trust], { input: crlPem(file) });
    };
    expect((await said("fresh")).text).toContain("Verified");
    expect((await said("expired")).text).toMatch(/Not verified|expired|superseded/i);
  });

  it("are read and verified by Go's ParseRevocationList", async () => {
    const env = { ...process.env, GOCACHE: join(folder, "go-cache"), GO111MODULE: "off" };
    const program = join(folder, "crl");
    execFileSync("go", ["build", "-o", program, join(programs, "crl.go")], { env, stdio: "pipe" });
    const [file = ""] = lists.get("fresh") ?? [];
    const { accepted, text } = await run(program, [file, write("issuing.pem", pem(issuing.certificate))]);
    expect({ accepted, text }).toEqual({ accepted: true, text: `number 2\n${lost.record.serial}` });
  });
});
