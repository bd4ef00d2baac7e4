import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { Outcome } from "./client.ts";

/** A browser that runs, and trusts what it was started with. */
export interface Browser {
  visit(url: string, timeoutMs?: number): Promise<Outcome>;
  close(): Promise<void>;
}

/** An NSS database, as Chromium and Firefox read their trust from, with these certificates in it: roots, or servers that sign themselves. */
export function writeTrust(folder: string, trusted: readonly TrustedFile[]): void {
  mkdirSync(folder, { recursive: true });
  const certutil = (...args: readonly string[]) =>
    execFileSync("certutil", [...args, "-d", `sql:${folder}`], { stdio: "pipe" });
  certutil("-N", "--empty-password");
  for (const [count, { file, isCa }] of trusted.entries())
    certutil("-A", "-n", `trusted ${count}`, "-t", isCa ? "C,," : "P,,", "-i", file);
}

export interface TrustedFile {
  readonly file: string;
  readonly isCa: boolean;
}
