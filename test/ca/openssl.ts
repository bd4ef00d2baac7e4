import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Certificate } from "../../src/x509/certificate.ts";
import { NOON, scratchFolder } from "./fixtures.ts";

/** The machine's openssl: the judge that shares no code with us. What it says on both streams. */
export function openssl(args: readonly string[], input: string | Uint8Array = ""): string {
  return execFileSync("openssl", args, { input, stdio: ["pipe", "pipe", "pipe"] }).toString();
}

export interface OpensslVerify {
  readonly leaf: Certificate;
  readonly chain: readonly Certificate[];
  readonly root: Certificate;
  readonly purpose: string;
  readonly at?: Date;
}

/** `openssl verify -x509_strict`; throws with what it complained of. */
export function opensslVerify({ leaf, chain, root, purpose, at = NOON }: OpensslVerify): void {
  const folder = scratchFolder();
  const file = (name: string, certificates: readonly Certificate[]) => {
    writeFileSync(join(folder, name), certificates.map((certificate) => certificate.toPem()).join(""));
    return join(folder, name);
  };
  const untrusted = chain.length === 0 ? [] : ["-untrusted", file("chain.pem", chain)];
  const time = ["-attime", String(at.getTime() / 1000)];
  const trust = ["-no-CAfile", "-no-CApath", "-no-CAstore", "-CAfile", file("root.pem", [root])];
  openssl(["verify", "-x509_strict", "-purpose", purpose, ...time, ...trust, ...untrusted, file("leaf.pem", [leaf])]);
}
