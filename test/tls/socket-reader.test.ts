import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { PeerGone, SocketReader } from "../../src/tls/socket-reader.ts";
import { meet } from "./loopback.ts";

/** What a server reads, while a client writes these pieces one by one and leaves. */
async function readWhile<T>(
  pieces: readonly string[],
  read: (reader: SocketReader, socket: Socket) => Promise<T>,
): Promise<T> {
  const { outcome } = await meet(
    async (socket) => {
      const result = await read(new SocketReader(socket), socket).catch((error: unknown) => error);
      socket.destroy();
      return result as T;
    },
    async ({ port }) => {
      const client = connect(port, "127.0.0.1").on("error", () => {});
      await once(client, "connect");
      for (const piece of pieces) {
        await new Promise((resolve) => client.write(piece, resolve));
        await nextTurn();
      }
      client.end();
    },
  );
  return outcome;
}

const text = (octets: Uint8Array) => Buffer.from(octets).toString();

describe("a socket reader", () => {
  it("puts together what comes in pieces", async () => {
    expect(await readWhile(["a", "bc", "def", "g"], async (reader) => text(await reader.read(7)))).toBe("abcdefg");
  });

  it("takes no more than it was asked for", async () => {
    const seen = await readWhile(["one\ntwo\nthree"], async (reader, socket) => {
      const lines = [await reader.until(0x0a, 10), await reader.read(4)].map(text);
      return [...lines, String(socket.read())];
    });
    expect(seen).toEqual(["one\n", "two\n", "three"]);
  });

  it("says when the peer has gone", async () => {
    expect(await readWhile(["abc"], (reader) => reader.read(4))).toBeInstanceOf(PeerGone);
    expect(await readWhile(["abc"], (reader) => reader.until(0x0a, 10))).toBeInstanceOf(PeerGone);
    expect(await readWhile([], (reader) => reader.read(1))).toBeInstanceOf(PeerGone);
  });

  it("does not look for the end of a line for ever", async () => {
    expect(await readWhile(["a".repeat(2000)], (reader) => reader.until(0x0a, 1024))).toBeInstanceOf(RangeError);
  });
});
