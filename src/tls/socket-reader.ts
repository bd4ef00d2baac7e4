import type { Socket } from "node:net";

/** The peer went away before it had said what was waited for. */
export class PeerGone extends Error {
  override readonly name = "PeerGone";
}

/**
 * Reads from a socket exactly what is asked for. What follows stays in the socket for whoever reads next, such as the TLS layer after
 * STARTTLS. Nothing here waits longer than the socket lives: who wants a deadline destroys the socket.
 */
export class SocketReader {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** @throws PeerGone */
  read(octets: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const events = ["readable", "end", "close", "error"] as const;
      const attempt = (): void => {
        const taken = this.#take(octets);
        if (taken === "later") return;
        for (const event of events) this.#socket.off(event, attempt);
        if (taken === "never") reject(new PeerGone());
        else resolve(taken);
      };
      // Until it is there: a socket that is listened to anew tells at once, and so for ever, of what it already holds.
      for (const event of events) this.#socket.on(event, attempt);
      attempt();
    });
  }

  /** All up to this octet, which is the last. @throws PeerGone, RangeError when it does not come within so many octets */
  async until(octet: number, maxOctets: number): Promise<Uint8Array> {
    const octets: number[] = [];
    while (octets.at(-1) !== octet) {
      if (octets.length === maxOctets) throw new RangeError(`more than ${maxOctets} octets`);
      octets.push(...(await this.read(1)));
    }
    return Uint8Array.from(octets);
  }

  #take(octets: number): Uint8Array | "later" | "never" {
    if (octets === 0) return new Uint8Array();
    const chunk: Buffer | null = this.#socket.read(octets);
    if (chunk?.length === octets) return chunk;
    return chunk !== null || this.#socket.readableEnded || this.#socket.destroyed ? "never" : "later";
  }
}
