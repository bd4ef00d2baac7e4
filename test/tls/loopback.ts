import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A server on a free port of this machine, which remembers what came of its connections. */
export class Loopback<T> {
  readonly #server;
  readonly #outcomes: Promise<T>[] = [];

  private constructor(serve: (socket: Socket) => Promise<T>) {
    this.#server = createServer((socket) => {
      this.#outcomes.push(serve(socket));
    });
  }

  static async start<T>(serve: (socket: Socket) => Promise<T>): Promise<Loopback<T>> {
    const loopback = new Loopback(serve);
    await once(loopback.#server.listen(0, "127.0.0.1"), "listening");
    return loopback;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get authority(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Takes no more connections and says what came of each. */
  async outcomes(): Promise<readonly T[]> {
    this.#server.close();
    return Promise.all(this.#outcomes);
  }
}

/** Serves while `client` runs; what the client returned and what came of its first connection. */
export async function meet<T, C>(
  serve: (socket: Socket) => Promise<T>,
  client: (server: Loopback<T>) => Promise<C>,
): Promise<{ seen: C; outcome: T }> {
  const server = await Loopback.start(serve);
  try {
    const seen = await client(server);
    const [outcome] = await server.outcomes();
    return { seen, outcome: outcome as T };
  } finally {
    await server.outcomes();
  }
}
