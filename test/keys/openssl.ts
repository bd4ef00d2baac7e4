import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** The machine's openssl: an oracle that shares no code with us. Its complaints stay out of the test output. */
export function openssl(args: readonly string[], input?: string | Uint8Array): Buffer {
  return execFileSync("openssl", args, { input: input ?? "", stdio: ["pipe", "pipe", "pipe"] });
}

/** The SubjectPublicKeyInfo of a private key. */
export function publicOf(privateKey: string | Uint8Array, ...options: readonly string[]): Uint8Array {
  return Uint8Array.from(openssl(["pkey", "-pubout", "-outform", "DER", ...options], privateKey));
}

/** A new id-RSASSA-PSS key as PEM, bound to one hash and a shortest salt when they are given. */
export function pssKey(bits: number, hash?: string, saltLength?: number): Uint8Array {
  const bound = hash
    ? [`rsa_pss_keygen_md:${hash}`, `rsa_pss_keygen_mgf1_md:${hash}`, `rsa_pss_keygen_saltlen:${saltLength}`]
    : [];
  const options = [`rsa_keygen_bits:${bits}`, ...bound].flatMap((option) => ["-pkeyopt", option]);
  return openssl(["genpkey", "-algorithm", "RSA-PSS", ...options]);
}

/** A folder for the files of one test file, gone at its end. */
export function scratchFolder(): {
  path(name: string): string;
  write(name: string, content: string | Uint8Array): string;
} {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-keys-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
