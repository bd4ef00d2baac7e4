import type { ListenOptions, LiveServer } from "./live-server.ts";

/** The servers of one lab: on ports in a row, when there is a first one, and closed together. */
export class OpenServers {
  readonly #first: ListenOptions;
  readonly #servers: LiveServer[] = [];

  constructor(first: ListenOptions) {
    this.#first = first;
  }

  /** Starts a server in this place of the row. */
  async open<T extends LiveServer>(place: number, start: (where: ListenOptions) => Promise<T>): Promise<T> {
    const { host, port = 0 } = this.#first;
    const server = await start({
      ...(host !== undefined && { host }),
      ...(port > 0 && { port: port + place }), // 0 is any that is free
    });
    this.#servers.push(server);
    return server;
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }
}
