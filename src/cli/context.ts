import type { Readable } from "node:stream";
import type { Host, Terminal } from "./host.ts";
import { Output } from "./output.ts";

/** The values of the global options. */
export interface GlobalValues {
  readonly json: boolean;
  readonly store: string | undefined;
  readonly quiet: boolean;
  readonly noColor: boolean;
}

/** All that a command may touch: it takes this, its own arguments, and nothing else. */
export interface Context {
  readonly stdin: Readable;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The number of this process. */
  readonly pid: number | undefined;
  /** Someone sits there and can be asked. */
  readonly isTty: boolean;
  readonly color: boolean;
  /** stdout carries JSON and nothing else. */
  readonly json: boolean;
  readonly quiet: boolean;
  /** What --store or ROOTCAUSE_STORE said. */
  readonly store: string | undefined;
  readonly output: Output;
  /** Aborts at Ctrl-C. A command that reads it stops by itself; any other one ends at once. */
  readonly signal: AbortSignal;
  now(): Date;
}

export interface Interrupt {
  readonly signal: AbortSignal;
  /** A command took the signal and will stop by itself. */
  heard: boolean;
}

export function createContext(host: Host, globals: GlobalValues, interrupt: Interrupt): Context {
  const color = !globals.noColor && wantsColor(host);
  return {
    get stdin() {
      return host.stdin;
    },
    stdout: host.stdout,
    stderr: host.stderr,
    env: host.env,
    cwd: host.cwd(),
    pid: host.pid,
    get isTty() {
      return host.stderr.isTTY === true && host.stdin.isTTY === true; // in this order: opening stdin takes 5 ms
    },
    color,
    json: globals.json,
    quiet: globals.quiet,
    store: globals.store ?? (host.env.ROOTCAUSE_STORE || undefined),
    output: new Output(host.stdout, host.stderr, { json: globals.json, quiet: globals.quiet, color }),
    get signal() {
      interrupt.heard = true;
      return interrupt.signal;
    },
    now: () => new Date(),
  };
}

/** NO_COLOR (no-color.org) beats FORCE_COLOR beats what the terminal is. */
export function wantsColor({ env, stdout }: Pick<Host, "env" | "stdout">): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stdout.isTTY === true && env.TERM !== "dumb";
}
