import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Authority } from "../../../src/ca/authority.ts";
import type { CaContext } from "../../../src/ca/context.ts";
import { type CrlPublication, type PublishCrlsOptions, publishCrls } from "../../../src/ca/crl/publish-crls.ts";
import { type Issued, issue } from "../../../src/ca/issue.ts";
import { verify } from "../../../src/verify/verify.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { CertificateList } from "../../../src/x509/certificate-list.ts";
import { NOON, scratchFolder, type TestedCa, tlsServer } from "../fixtures.ts";

export const URL = "http://pki.example.test";

/** Publishes into a folder of its own, or the one given. */
export async function publish(
  context: CaContext,
  authority: Authority,
  options: Partial<PublishCrlsOptions> = {},
): Promise<readonly CrlPublication[]> {
  return publishCrls(context, authority, { folder: scratchFolder(), ...options });
}

export function readList({ file }: Pick<CrlPublication, "file">): CertificateList {
  return CertificateList.parse(readFileSync(file));
}

export function serialsIn(publication: Pick<CrlPublication, "file">): readonly string[] {
  return [...readList(publication).entries()].map(({ serialHex }) => serialHex);
}

export function issueLeaf({ context, issuing }: TestedCa, days?: number): Promise<Issued> {
  return issue(context, issuing, { profile: tlsServer, names: ["localhost"], days });
}

/** What a verifier says of a chain with these lists: "good", or what it found. */
export type Judge = (chain: readonly Certificate[], lists: readonly CertificateList[], at?: Date) => string;

export const ours: Judge = (chain, lists, at = NOON) => {
  const crls = lists.map(({ der }) => der);
  const { valid, findings } = verify(chain, { trust: chain.slice(-1), crls, at, revocation: "require" });
  return valid ? "good" : (findings[0]?.code ?? "");
};

/** `openssl verify` with everything that it knows about CRLs, and its words. */
export const openssl: Judge = (chain, lists, at = NOON) => {
  const folder = scratchFolder();
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const pem = (certificates: readonly Certificate[]) => certificates.map((it) => it.toPem()).join("");
  const files = [
    ...["-CAfile", write("root.pem", pem(chain.slice(-1)))],
    ...["-untrusted", write("chain.pem", pem(chain.slice(1, -1)) || "\n")],
    ...["-CRLfile", write("crls.pem", lists.map((list) => list.toPem()).join(""))],
  ];
  const options = ["-crl_check_all", "-extended_crl", "-use_deltas", "-x509_strict"];
  const time = ["-attime", String(at.getTime() / 1000)];
  const leaf = write("leaf.pem", pem(chain.slice(0, 1)));
  const { status, stderr, stdout } = spawnSync("openssl", ["verify", ...options, ...time, ...files, leaf], {
    encoding: "utf8",
  });
  return status === 0 ? "good" : (/error \d+ at \d depth lookup: (.*)/.exec(stderr + stdout)?.[1] ?? stderr);
};
