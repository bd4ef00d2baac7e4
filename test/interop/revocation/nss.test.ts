import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { run } from "../../clients/client.ts";
import { type PublishedCrls, publishedCrls } from "./published-crls.ts";

const folder = tempFolder();
let published: PublishedCrls;

beforeAll(async () => {
  published = await publishedCrls(folder);
});

async function must(program: string, ...args: readonly string[]): Promise<void> {
  const { accepted, text } = await run(program, args);
  if (!accepted) throw new Error(`${program} ${args.join(" ")}: ${text}`);
}

/** A database of NSS, as Firefox has one, that trusts the root and knows the rest. */
async function database(name: string, crls: readonly string[]): Promise<string> {
  mkdirSync(join(folder, name));
  const db = `sql:${join(folder, name)}`;
  await must("certutil", "-N", "--empty-password", "-d", db);
  const add = async (nickname: string, trust: string, certificate: Certificate) => {
    const file = join(folder, `${nickname}.crt`);
    writeFileSync(file, certificate.der);
    await must("certutil", "-A", "-n", nickname, "-t", trust, "-i", file, "-d", db);
  };
  await add("root", "CT,C,C", published.root);
  await add("issuing", ",,", published.issuing);
  await add("good", ",,", published.good.certificate);
  await add("revoked", ",,", published.revoked.certificate);
  for (const file of crls) await must("crlutil", "-I", "-i", file, "-d", db, "-t", "1");
  return db;
}

/** What `certutil -V` says of a certificate: it looks at the lists of its database unasked. */
async function verdict(db: string, usage: string, nickname: string): Promise<string> {
  const { text } = await run("certutil", ["-V", "-u", usage, "-n", nickname, "-d", db]);
  return text.replace(/^certutil: certificate is /, "");
}

const [SSL_CLIENT, SSL_SERVER, SSL_CA] = ["C", "V", "L"];
const REVOKED = "invalid: Peer's Certificate has been revoked.";

describe("NSS", () => {
  /** A list that is out of date still counts: NSS does not look at its nextUpdate. */
  it.each([
    ["no lists", undefined, { good: "valid", revoked: "valid", issuing: "valid" }],
    ["fresh lists", "fresh", { good: "valid", revoked: REVOKED, issuing: "valid" }],
    ["expired lists", "expired", { good: "valid", revoked: REVOKED, issuing: "valid" }],
    ["the issuing CA on the root's list", "revoked-ca", { good: REVOKED, revoked: REVOKED, issuing: REVOKED }],
  ] as const)("judges certificates by %s", async (name, moment, { issuing, ...leaves }) => {
    const db = await database(name, moment === undefined ? [] : published.crls[moment]);
    for (const usage of [SSL_CLIENT, SSL_SERVER]) {
      const said = { good: await verdict(db, usage, "good"), revoked: await verdict(db, usage, "revoked") };
      expect(said, `usage ${usage}`).toEqual(leaves);
    }
    expect(await verdict(db, SSL_CA, "issuing")).toBe(issuing);
  });

  /**
   * Neither does its other validator, libpkix, with any of its switches: `failIfNoInfo` with `forbidFetching` refuses a fresh list as well,
   * and every other combination takes an old one (NSS 3.87).
   */
  it.each(["fresh", "expired"] as const)("judges by %s lists in libpkix too", async (moment) => {
    const db = await database(`pkix ${moment}`, published.crls[moment]);
    const judge = async (nickname: string) => {
      const how = ["-pp", "-u", "1", "-g", "leaf", "-h", "requireFreshInfo", "-m", "crl", "-s", "requireInfo"];
      const files = [nickname, "issuing"].map((name) => join(folder, `${name}.crt`));
      return (await run("vfychain", [...how, "-d", db, ...files])).accepted;
    };
    expect({ good: await judge("good"), revoked: await judge("revoked") }).toEqual({ good: true, revoked: false });
  });

  it("checks the signatures of the lists that it takes", async () => {
    const db = await database("forged list", []);
    const [list = ""] = published.crls.fresh;
    const forged = readFileSync(list);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    writeFileSync(join(folder, "forged.crl"), forged);
    const { accepted, text } = await run("crlutil", ["-I", "-i", join(folder, "forged.crl"), "-d", db, "-t", "1"]);
    expect(accepted).toBe(false);
    expect(text).toContain("SEC_ERROR_CRL_BAD_SIGNATURE");
  });
});
