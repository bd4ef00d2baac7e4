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

export interface Child {
  readonly ended: Promise<ChildEnd>;
  /** Resolves when the process has said this line. */
  said(line: string): Promise<void>;
  /** As by `kill -9`. */
  kill(): void;
}

/** Starts a script of a folder of children in a process of its own. It is bundled once, so that it starts as fast as plain Node. */
export function childScript<Task>(
  name: string,
  folder: URL = new URL("children/", import.meta.url),
): (task: Task, options?: StartOptions) => Child {
  const bundle = fileURLToPath(
    new URL(`../../node_modules/.cache/rootcause/${name}-${process.pid}.mjs`, import.meta.url),
  );
  beforeAll(async () => {
    const entry = fileURLToPath(new URL(`${name}.ts`, folder));
    const options = { bundle: true, format: "esm", platform: "node", target: "node20", packages: "external" } as const;
    await build({ ...options, entryPoints: [entry], outfile: bundle, logLevel: "warning" });
  });
  afterAll(() => rmSync(bundle, { force: true }));
  return (task, options) => start(bundle, task, options);
}

function start(bundle: string, task: unknown, { killWhen, uid }: StartOptions = {}): Child {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(process.execPath, [bundle, JSON.stringify(task)], { env, ...(uid === undefined ? {} : { uid }) });
  const output = createInterface(child.stdout);
  const kill = () => child.kill("SIGKILL");
  const lines: string[] = [];
  let stderr = "";
  output.on("line", (line) => {
    lines.push(line);
    if (killWhen?.(lines)) kill();
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const ended = new Promise<ChildEnd>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, lines, stderr }));
  });
  const said = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      output.on("line", (line) => line === wanted && resolve());
      ended.then(() => reject(new Error(`it never said "${wanted}"`)), reject);
    });
  return { ended, said, kill };
}
