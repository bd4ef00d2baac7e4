import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What a Go program of bench/peers prints, or undefined where Go is not installed. Operations per CPU second. */
export function goRate(program: string, args: readonly string[] = []): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-bench-"));
  const env = { ...process.env, GOCACHE: join(folder, "cache"), GO111MODULE: "off" };
  try {
    const source = resolve("bench/peers", program);
    execFileSync("go", ["build", "-o", join(folder, "peer"), source], { env, stdio: "pipe" });
    return Number(execFileSync(join(folder, "peer"), args, { encoding: "utf8", stdio: "pipe" }));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a Python program of bench/peers prints, or undefined where it or its library is not installed. */
export function pythonRate(program: string, args: readonly string[] = []): number | undefined {
  try {
    const source = resolve("bench/peers", program);
    return Number(execFileSync("python3", [source, ...args], { encoding: "utf8", stdio: "pipe" }));
  } catch {
    return undefined;
  }
}
