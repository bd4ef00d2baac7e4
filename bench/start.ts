import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median } from "./harness.ts";
import { type Line, printReport } from "./report.ts";

const ROUNDS = 25;
const bin = resolve("bin/rootcause.js");

/** How long a command takes from its start to its end, beside a Node that does nothing. Wall milliseconds, the median, interleaved. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-bench-"));
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...env } = process.env; // read at every start of Node, and not ours
  const timeMs = (...args: readonly string[]): number => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env });
    if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
    return performance.now() - start;
  };
  try {
    timeMs(bin, "init");
    const times = { node: [] as number[], version: [] as number[], issue: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.node.push(timeMs("-e", "0"));
      times.version.push(timeMs(bin, "--version"));
      times.issue.push(timeMs(bin, "issue", "localhost", "--out", `out-${round}`));
    }
    const node = median(times.node);
    const line = (what: string, ms: number, aim: number): Line => ({
      what,
      ours: `${ms.toFixed(1)} ms`,
      against: "node -e 0",
      theirs: `${node.toFixed(1)} ms`,
      ratio: ms / node,
      aim,
      atMost: true,
    });
    printReport("Cold start", [
      line("rootcause --version", median(times.version), 1.5),
      line("rootcause issue localhost", median(times.issue), 2.5),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
