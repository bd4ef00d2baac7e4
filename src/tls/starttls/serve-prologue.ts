import type { Socket } from "node:net";
import { hangUp } from "../hang-up.ts";
import { SocketReader } from "../socket-reader.ts";
import type { Prologue } from "./prologue.ts";

export interface ServePrologueOptions {
  /** How long the client may take to ask for TLS. Default 10 s. */
  readonly timeoutMs?: number;
}

/**
 * Greets a client and answers it until it asks for TLS. Never rejects for what a client does.
 * @returns true when the next octets are TLS: nothing of them has been read, so the socket can be handed to any TLS server.
 * False when the connection is closed.
 */
export async function servePrologue(
  socket: Socket,
  prologue: Prologue,
  { timeoutMs = 10_000 }: ServePrologueOptions = {},
): Promise<boolean> {
  socket.on("error", () => {}); // whoever waits for the socket sees that it is gone
  const deadline = setTimeout(() => socket.destroy(), timeoutMs);
  try {
    if (prologue.greeting !== undefined) socket.write(prologue.greeting);
    const end = await prologue.talk(new SocketReader(socket), (words) => socket.write(words));
    if (end === "tls") return true;
  } catch {
    // The client went away, or talks something else: nothing more to say to it.
  } finally {
    clearTimeout(deadline);
  }
  await hangUp(socket);
  return false;
}
