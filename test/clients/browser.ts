import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { Outcome } from "./client.ts";

/** A browser that runs, and trusts what it was started with. */
export interface Browser {
  /** How many pages may be under way at once. */
  readonly width: number;
  visit(url: string, timeoutMs?: number): Promise<Outcome>;
  close(): Promise<void>;
}

/** An NSS database, as Chromium and Firefox read their trust from, with these certificates in it, each as `explain` says to. */
export function writeTrust(folder: string, trustedFiles: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const certutil = (...args: readonly string[]) =>
    execFileSync("certutil", [...args, "-d", `sql:${folder}`], { stdio: "pipe" });
  certutil("-N", "--empty-password");
  for (const [count, file] of trustedFiles.entries()) certutil("-A", "-t", "C,,", "-n", `trusted ${count}`, "-i", file);
}
