import type { Readable, Writable } from "node:stream";

/** A stream that may be a terminal. */
export interface Terminal extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the command line takes from the process that runs it. `process` itself is one; a test makes its own. */
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
