import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TestCa } from "../../../src/testing.ts";
import { uint, vector } from "../../../src/tls/wire/octets.ts";
import { serveWire } from "../../../src/tls/wire/serve-wire.ts";
import type { WireOutcome } from "../../../src/tls/wire/wire-outcome.ts";
import { meet } from "../loopback.ts";

const ca = await TestCa.create();
const leaf = ca.issue("localhost");
const good = { chain: [leaf.certificate.der], key: leaf.key };

/** Sends these octets and leaves; what the server answered. */
async function send(octets: Uint8Array): Promise<{ seen: Buffer; outcome: WireOutcome }> {
  return meet(
    (socket) => serveWire(socket, good),
    async ({ port }) => {
      const client = connect(port, "127.0.0.1");
      const answer: Buffer[] = [];
      client.on("data", (chunk) => answer.push(chunk));
      client.on("error", () => {});
      client.end(octets);
      await new Promise((resolve) => client.once("close", resolve));
      return Buffer.concat(answer);
    },
  );
}

function record(type: number, ...content: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([uint(1, type), uint(2, 0x0303), vector(2, ...content)]);
}

function message(type: number, ...content: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([uint(1, type), vector(3, ...content)]);
}

/** A fatal alert in the clear. */
const alertRecord = (alert: number) => Buffer.from(record(21, Uint8Array.of(2, alert)));
const random = Buffer.alloc(32, 7);
const numbers = (...codes: readonly number[]) => vector(2, ...codes.map((code) => uint(2, code)));

/** A hello that leads to the server's first flight. */
const hello = message(
  1,
  ...[uint(2, 0x0303), random, vector(1), numbers(0xc02b), vector(1, uint(1, 0))],
  vector(2, uint(2, 10), vector(2, numbers(23)), uint(2, 13), vector(2, numbers(0x0403))),
);

describe("a hostile client", () => {
  it.each([
    ["HTTP", Buffer.from("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"), 10],
    ["another protocol version", Buffer.of(22, 9, 9, 0, 1, 0), 70],
    ["a record that is too long", Buffer.of(22, 3, 1, 0xff, 0xff), 22],
    ["an empty record", record(22), 50],
    ["an alert cut short", record(21, Uint8Array.of(2)), 50],
    ["another message first", record(22, message(16)), 10],
    ["data before the handshake", record(23, Uint8Array.of(1)), 10],
    ["a hello that cannot be read", record(22, message(1, Uint8Array.of(1, 2, 3))), 50],
  ])("that sends %s gets an alert", async (_, octets, alert) => {
    const { seen, outcome } = await send(octets);
    expect(outcome).toMatchObject({ ending: "alert-sent", alert });
    expect(seen).toEqual(alertRecord(alert));
  });

  it.each([
    ["a share off the curve", [record(22, message(16, vector(1, Buffer.alloc(65, 4))))], 47],
    ["no share", [record(22, message(16))], 50],
    ["a message cut by ChangeCipherSpec", [record(22, Uint8Array.of(16, 0)), record(20, Uint8Array.of(1))], 10],
    ["an alert and more", [record(21, Uint8Array.of(1, 100)), record(22, message(1))], 10],
  ])("that goes on with %s gets an alert", async (_, more, alert) => {
    const { seen, outcome } = await send(Buffer.concat([record(22, hello), ...more]));
    expect(outcome).toMatchObject({ ending: "alert-sent", alert });
    expect(seen.subarray(-7)).toEqual(alertRecord(alert));
  });

  it("cannot make the server keep more than a handshake needs", async () => {
    const start = Buffer.concat([uint(1, 1), uint(3, 0xffffff)]);
    const filler = Array.from({ length: 5 }, () => record(22, Buffer.alloc(2 ** 14)));
    const { outcome } = await send(Buffer.concat([record(22, start), ...filler]));
    expect(outcome).toMatchObject({ ending: "alert-sent", alert: 47 });
  });

  it("may say that it leaves, or just leave", async () => {
    expect((await send(record(21, Uint8Array.of(1, 0)))).outcome).toEqual({ ending: "alert-received", alert: 0 });
    expect((await send(record(21, Uint8Array.of(2, 80)))).outcome).toEqual({ ending: "alert-received", alert: 80 });
    expect((await send(Buffer.of())).outcome).toEqual({ ending: "peer-left" });
    expect((await send(Buffer.of(22, 3))).outcome).toEqual({ ending: "peer-left" });
  });

  it("never does harm, whatever it sends", async () => {
    const endings = ["alert-sent", "alert-received", "peer-left"];
    const harmless = async (octets: Uint8Array): Promise<void> => {
      expect(endings).toContain((await send(octets)).outcome.ending);
    };
    const noise = fc.uint8Array({ maxLength: 100 });
    await fc.assert(fc.asyncProperty(noise, harmless), { numRuns: 50 });
    const types = fc.constantFrom(20, 21, 22, 23);
    await fc.assert(
      fc.asyncProperty(types, noise, (type, content) =>
        harmless(Buffer.concat([record(22, hello), record(type, content)])),
      ),
      { numRuns: 50 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(hello.length - 1), fc.nat(255), (at, octet) =>
        harmless(record(22, hello.with(at, octet))),
      ),
      { numRuns: 50 },
    );
  });
});
