import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { median } from "./harness.ts";
import { startPeer } from "./start-peer.ts";

/** The kernel counts CPU time in hundredths of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;

/** A server in a process of its own, and the request to send to it. */
export interface LoadedServer {
  readonly process: ChildProcess;
  readonly port: number;
  /** The whole HTTP request. */
  readonly request: Buffer;
  /** The server closes the connection after each answer. */
  readonly closes?: boolean;
}

/** Answers per CPU second of each server, under load from a third process: slices in turn, the median of the rounds. */
export async function raceServers<K extends string>(
  servers: Readonly<Record<K, LoadedServer>>,
  rounds = 5,
): Promise<Record<K, number>> {
  const names = Object.keys(servers) as K[];
  const rates = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const rate = await slice(servers[name]);
      if (round >= 0) rates.get(name)?.push(rate); // round -1 warms up
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(rates.get(name) as number[])])) as Record<K, number>;
}

async function slice({ process: server, port, request, closes = false }: LoadedServer): Promise<number> {
  const before = cpuSeconds(server);
  const load = startPeer("http-client", String(port), request.toString("base64"), String(closes));
  const [count] = await once(load.stdout, "data");
  return Number(count) / (cpuSeconds(server) - before);
}

/** User and system time of a process (proc_pid_stat(5), fields 14 and 15). */
function cpuSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
