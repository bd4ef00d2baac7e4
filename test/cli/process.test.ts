import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { root } from "../house/sources.ts";

const bin = join(root, "bin/rootcause.js");
const bundle = "/etc/ssl/certs/ca-certificates.crt";

describe("bin/rootcause.js as a process", () => {
  it("ends in silence when the reader leaves, as head does", async () => {
    const shell = `"${process.execPath}" "${bin}" inspect "${bundle}" | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const child = spawn("bash", ["-c", shell], { stdio: ["ignore", "pipe", "pipe"] });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toEqual([expect.stringContaining("certificate"), "0"]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends at once at %s, with the status that shells have for it", async (signal, status) => {
    const child = spawn(process.execPath, [bin, "verify", "--batch"], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.write("{}\n");
    await once(child.stdout, "data");
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([status, null]);
    expect(await text(child.stderr)).toBe("");
  });

  it("shows where it failed when asked", async () => {
    const child = spawn(process.execPath, [bin, "inspect", "/nowhere"], {
      env: { ...process.env, ROOTCAUSE_DEBUG: "1" },
    });
    expect(await text(child.stderr)).toMatch(
      /rootcause: error: cannot read \/nowhere.*\n.*hint.*\nPkiError: .*\n {4}at /s,
    );
  });
});
