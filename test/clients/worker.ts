import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type Outcome, plainEnvironment, type Target } from "./client.ts";

/**
 * A client program that takes many targets, for those that start slowly: one a line, fields parted by tabs, a number first; it answers
 * with number, `ok` or `refused`, and what it printed in base64, in any order. It ends with its input.
 */
export class Worker {
  readonly #command: () => readonly [string, ...string[]];
  /** By the command that they run under. */
  readonly #processes = new Map<string, WorkerProcess>();

  constructor(command: () => readonly [string, ...string[]]) {
    this.#command = command;
  }

  /** Fields that only this program knows come before those of the target. */
  ask(target: Target, ...fields: readonly string[]): Promise<Outcome> {
    const { under = [] } = target;
    const key = under.join(" ");
    const running =
      this.#processes.get(key) ?? start([...under, ...this.#command()], () => this.#processes.delete(key));
    this.#processes.set(key, running);
    return running.ask([...fields, ...fieldsOf(target)]);
  }
}

interface WorkerProcess {
  ask(fields: readonly string[]): Promise<Outcome>;
}

function start([program = "", ...args]: readonly string[], onEnd: () => void): WorkerProcess {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const child: ChildProcessWithoutNullStreams = spawn(program, args, { env: plainEnvironment() });
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  child.on("error", (error) => {
    complaint += error.message;
  });
  child.stdin.on("error", () => {}); // what ended says so by itself
  child.on("close", () => {
    onEnd();
    for (const resolve of waiting.values()) resolve({ accepted: false, text: `${program} ended: ${complaint}` });
  });
  createInterface(child.stdout).on("line", (line) => {
    const [number = "", verdict, text = ""] = line.split("\t");
    waiting.get(number)?.({ accepted: verdict === "ok", text: Buffer.from(text, "base64").toString().trim() });
    waiting.delete(number);
  });
  let count = 0;
  return {
    ask: (fields) =>
      new Promise((resolve) => {
        const number = String(count++);
        waiting.set(number, resolve);
        child.stdin.write(`${[number, ...fields].join("\t")}\n`);
      }),
  };
}

/** A target as programs of ours read it. */
export function fieldsOf(target: Target): string[] {
  const { host, address = "127.0.0.1", port, caFile, certFile = "", keyFile = "", sni = true } = target;
  const { minVersion = "", maxVersion = "", alpn = [], crlFile = "", staple = false, timeoutMs = 20_000 } = target;
  const flags = [sni ? "sni" : "", staple ? "staple" : ""].filter((flag) => flag !== "").join(",");
  return [
    ...[host, address, String(port), caFile, certFile, keyFile],
    ...[minVersion, maxVersion, alpn.join(","), crlFile, flags, String(timeoutMs)],
  ];
}
