import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** Runs a program of bench/peers in a process of its own; it lies bundled beside this module. */
export function startPeer(name: string, ...args: readonly string[]): ChildProcessByStdio<null, Readable, null> {
  const script = new URL(`./peers/${name}.js`, import.meta.url).pathname;
  return spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
}
