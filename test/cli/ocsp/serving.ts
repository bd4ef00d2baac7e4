import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { main } from "../../../src/cli/main.ts";

/** `ocsp serve` in this process, with signals of our own. */
export interface Serving {
  /** What it printed when it was ready. */
  readonly report: { readonly url: string; readonly ocsp: string; readonly for?: readonly string[] };
  /** What it said on stderr until now. */
  said(): string;
  /** Sends the signal and answers the exit status. */
  end(signal: "SIGINT" | "SIGTERM"): Promise<number>;
}

/** @throws Error with what it said when it ends instead of serving */
export async function serve(cwd: string, args: readonly string[]): Promise<Serving> {
  const listeners = new Map<string, () => void>();
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let said = "";
  stderr.on("data", (chunk) => {
    said += chunk;
  });
  const printed = once(stdout, "data");
  const status = main({
    argv: ["node", "rootcause", "ocsp", "serve", "--json", "--port", "0", ...args],
    env: {},
    pid: 7,
    stdin: Readable.from([]),
    stdout,
    stderr,
    cwd: () => cwd,
    once: (signal, listener) => listeners.set(signal, listener),
    exit: (code) => {
      throw new Error(`exit ${code}`);
    },
  });
  const report = JSON.parse(String((await printed)[0]));
  if (report.error !== undefined) throw new Error(`${await status}: ${report.error.message}`);
  return {
    report,
    said: () => said,
    end: (signal) => {
      listeners.get(signal)?.();
      return status;
    },
  };
}
