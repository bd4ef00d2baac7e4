import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** Threads that answer packets of lines. */
export class WorkerPool {
  readonly #members: readonly Member[];

  constructor(size: number) {
    this.#members = Array.from({ length: size }, () => new Member());
  }

  /** The answers to a packet, from the thread that has the least to do. */
  answer(lines: readonly string[]): Promise<string> {
    const [first, ...others] = this.#members;
    return others.reduce((least, it) => (it.load < least.load ? it : least), first as Member).answer(lines);
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.close()));
  }
}

/** One thread and the packets that it has yet to answer, oldest first. */
class Member {
  // Beside this module once both are bundled.
  readonly #worker = new Worker(join(import.meta.dirname, "verify-worker.cjs"));
  readonly #waiting: Waiting[] = [];

  constructor() {
    this.#worker.on("message", (text: string) => this.#waiting.shift()?.resolve(text));
    this.#worker.on("error", (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  get load(): number {
    return this.#waiting.length;
  }

  answer(lines: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(lines);
    });
  }

  close(): Promise<number> {
    return this.#worker.terminate();
  }
}

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}
