import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

export interface ChildEnd {
  /** Undefined when a signal ended it. */
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

export interface StartOptions {
  /** Kills the process, as by `kill -9`, when this says so of the lines so far. */
  readonly killWhen?: (lines: readonly string[]) => boolean;
  readonly uid?: number;
}

/** Runs a script of test/store/children in processes of its own. It is bundled once, so that each starts as fast as plain Node. */
export function childScript(name: string): (task: unknown, options?: StartOptions) => Promise<ChildEnd> {
  const bundle = fileURLToPath(
    new URL(`../../node_modules/.cache/rootcause/${name}-${process.pid}.mjs`, import.meta.url),
  );
  beforeAll(async () => {
    const entry = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
    const options = { bundle: true, format: "esm", platform: "node", target: "node20", packages: "external" } as const;
    await build({ ...options, entryPoints: [entry], outfile: bundle, logLevel: "warning" });
  });
  afterAll(() => rmSync(bundle, { force: true }));
  return (task, options) => run(bundle, task, options);
}

function run(bundle: string, task: unknown, { killWhen, uid }: StartOptions = {}): Promise<ChildEnd> {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(process.execPath, [bundle, JSON.stringify(task)], { env, ...(uid === undefined ? {} : { uid }) });
  const lines: string[] = [];
  let stderr = "";
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    if (killWhen?.(lines)) child.kill("SIGKILL");
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, lines, stderr }));
  });
}
