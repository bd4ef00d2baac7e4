import type { Readable, Writable } from "node:stream";
import { pipedOutput } from "./piped-output.ts";

/** A stream that may be a terminal. */
export interface Terminal extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the command line takes from the process that runs it; a test makes its own. */
export interface Host {
  /** The program, the script, then the arguments. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The number of the process; stands in the error of another one that finds the store locked. */
  readonly pid?: number;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  cwd(): string;
  once(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  exit(status: number): never;
}

/** The process as a host. Its streams are opened when they are asked for. */
export function hostOf(runtime: NodeJS.Process): Host {
  const { argv, env, pid } = runtime;
  const streams = new Map<number, Terminal>();
  const stream = (fd: 1 | 2, own: "stdout" | "stderr") => {
    const opened = streams.get(fd) ?? pipedOutput(fd) ?? runtime[own];
    streams.set(fd, opened);
    return opened;
  };
  return {
    argv,
    env,
    pid,
    get stdin() {
      return runtime.stdin;
    },
    get stdout() {
      return stream(1, "stdout");
    },
    get stderr() {
      return stream(2, "stderr");
    },
    cwd: () => runtime.cwd(),
    once: (event, listener) => runtime.once(event, listener),
    exit: (status) => runtime.exit(status),
  };
}
