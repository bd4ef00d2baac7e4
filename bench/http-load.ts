import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { pathToFileURL } from "node:url";
import { median } from "./harness.ts";

const CONNECTIONS = 32;
const SLICE_MS = 1000;
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
  const args = ["--import", "tsx", import.meta.filename, String(port), request.toString("base64"), String(closes)];
  const load = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
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

/** Asks again and again over several connections; answers how many whole answers came. */
async function countAnswers(port: number, request: Buffer, closes: boolean): Promise<number> {
  const until = performance.now() + SLICE_MS;
  let count = 0;
  const keepAsking = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(request));
      let expected = 0;
      let received = 0;
      socket.on("data", (chunk: Buffer) => {
        expected ||= answerLength(chunk);
        received += chunk.length;
        if (received < expected) return;
        count++;
        received = 0;
        if (performance.now() >= until) socket.destroy();
        else if (!closes) socket.write(request);
      });
      socket.on("error", () => {}); // a connection that was cut counts nothing
      socket.on("close", () => resolve(performance.now() < until ? keepAsking() : undefined));
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, keepAsking));
  return count;
}

/** Head and body, from the beginning of the first answer: the others are as long. */
function answerLength(start: Buffer): number {
  const head = start.toString("latin1").split("\r\n\r\n", 1)[0] as string;
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1]);
  if (!/^HTTP\/1\.\d 200/.test(head)) throw new Error(head);
  return head.length + 4 + length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [port, request = "", closes] = process.argv.slice(2);
  console.log(await countAnswers(Number(port), Buffer.from(request, "base64"), closes === "true"));
}
