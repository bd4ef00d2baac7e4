import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sight, VisitOptions } from "./visit.ts";

const TIMEOUT_MS = 10_000;

/** The same request by curl; undefined where there is none. */
export async function curl(port: number, { ca, key = "", cert = "" }: VisitOptions): Promise<Sight | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "rootcause-"));
  try {
    const [caFile, keyFile, certFile] = await Promise.all([
      save(folder, "root.pem", ca.join("")),
      save(folder, "key.pem", key),
      save(folder, "cert.pem", cert),
    ]);
    const args = ["-sS", "--noproxy", "*", "--cacert", caFile, "--key", keyFile, "--cert", certFile];
    return await run([...args, "--ipv4", `https://localhost:${port}/`]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function save(folder: string, name: string, contents: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, contents, { mode: 0o600 });
  return path;
}

function run(args: readonly string[]): Promise<Sight | undefined> {
  return new Promise((resolve) => {
    execFile("curl", args, { timeout: TIMEOUT_MS }, (error, stdout, stderr) => {
      if (error?.code === "ENOENT") resolve(undefined);
      else resolve(error === null ? { accepted: true, text: stdout.trim() } : { accepted: false, text: stderr.trim() });
    });
  });
}
