import { execFile, spawnSync } from "node:child_process";

/** How a client program ended, and all that it printed. */
export interface ClientRun {
  readonly status: number;
  readonly output: string;
}

/** Runs a client against a server of this process; what is given stands on its standard input. */
export function runClient(program: string, args: readonly string[], input = ""): Promise<ClientRun> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
    child.stdin?.end(input);
  });
}

/** True, and said on the console, when the program is not on this machine: its tests are skipped then. */
export function isMissing(program: string): boolean {
  const missing = spawnSync(program, ["--version"]).error !== undefined;
  if (missing) console.warn(`${program} is not installed: its tests are skipped`);
  return missing;
}
