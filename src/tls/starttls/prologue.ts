import type { SocketReader } from "../socket-reader.ts";

/** What a protocol says in the clear before TLS begins: the server's side, no more of it than leads there. */
export interface Prologue {
  readonly id: string;
  /** "SMTP". */
  readonly name: string;
  /** Where the protocol is upgraded to TLS. */
  readonly citation: string;
  /** What the server says before it is asked; protocols without let the client begin. */
  readonly greeting?: string | Uint8Array;
  /**
   * Talks until the next octets are TLS, or until there is nothing more to say.
   * @throws Error for a client that goes away or does not speak the protocol
   */
  talk(reader: SocketReader, say: Say): Promise<"tls" | "end">;
}

export type Say = (words: string | Uint8Array) => void;
