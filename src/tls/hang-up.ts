import type { Socket } from "node:net";

/** How long the peer may take to read what was said last. Milliseconds. */
const LINGER_MS = 2000;

/**
 * Says nothing more, and reads away what still comes: a socket closed over unread octets is reset by the kernel, and the peer could lose
 * the alert that was sent before. Resolves when the connection is closed.
 */
export function hangUp(socket: Socket): Promise<void> {
  socket.resume();
  socket.end();
  return untilClosed(socket, LINGER_MS);
}

/** Waits for the other side to leave, and destroys the socket when it takes too long. */
export function untilClosed(socket: Socket, timeoutMs: number): Promise<void> {
  if (socket.closed) return Promise.resolve();
  return new Promise((resolve) => {
    const deadline = setTimeout(() => socket.destroy(), timeoutMs);
    socket.once("close", () => {
      clearTimeout(deadline);
      resolve();
    });
  });
}
