import { once } from "node:events";
import { availableParallelism } from "node:os";
import type { ExitCode } from "../command.ts";
import type { Context } from "../context.ts";
import { answerCase } from "./answer-case.ts";
import { type LinePacket, linePackets } from "./line-packets.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Cases of a stream that are answered before threads are worth their start, some 40 ms of work. */
const ALONE = 50;
/** Packets under way for each thread: enough to keep it busy, few enough to keep memory flat. */
const PACKETS_PER_THREAD = 3;

/**
 * Answers JSON lines in their order. A caller that waits for each answer gets it from this thread at once; a stream is handed to as many
 * threads as there are cores.
 */
export async function runBatch({ stdin, stdout }: Context): Promise<ExitCode> {
  const write = async (text: string) => {
    if (!stdout.write(text)) await once(stdout, "drain");
  };
  let streamed = 0;
  let threads: Threads | undefined;
  for await (const packet of linePackets(stdin)) {
    if (packet.isStream) streamed += packet.lines.length;
    if (streamed > ALONE) threads ??= await Threads.start(write);
    if (threads === undefined) for (const line of packet.lines) await write(`${answerCase(line)}\n`);
    else await threads.take(packet);
  }
  await threads?.finish();
  return 0;
}

/** Threads that answer side by side. Answers are written in order, each as soon as those before it are. */
class Threads {
  readonly #pool: WorkerPool;
  readonly #write: (text: string) => Promise<void>;
  readonly #limit: number;
  readonly #underWay: Promise<void>[] = [];
  #written: Promise<void> = Promise.resolve();

  private constructor(pool: WorkerPool, size: number, write: (text: string) => Promise<void>) {
    this.#pool = pool;
    this.#write = write;
    this.#limit = size * PACKETS_PER_THREAD;
  }

  static async start(write: (text: string) => Promise<void>): Promise<Threads> {
    const { WorkerPool } = await import("./worker-pool.ts");
    const size = availableParallelism();
    return new Threads(new WorkerPool(size), size, write);
  }

  /** Resolves when there is room for the next packet. */
  async take({ lines }: LinePacket): Promise<void> {
    const answer = this.#pool.answer(lines);
    const before = this.#written;
    this.#written = before.then(async () => this.#write(await answer));
    this.#written.catch(() => {}); // Whoever waits for the packet, here or in `finish`, hears of it.
    this.#underWay.push(this.#written);
    if (this.#underWay.length >= this.#limit) await this.#underWay.shift();
  }

  async finish(): Promise<void> {
    await this.#written;
    await this.#pool.close();
  }
}
