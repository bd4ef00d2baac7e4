import { once } from "node:events";
import { connect } from "node:tls";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClientHello } from "../../../src/tls/wire/client-hello.ts";
import { uint, vector } from "../../../src/tls/wire/octets.ts";
import { TlsAlert } from "../../../src/tls/wire/tls-alert.ts";
import { meet } from "../loopback.ts";

const fixed = Buffer.concat([
  uint(2, 0x0303),
  Buffer.alloc(32, 7),
  vector(1),
  vector(2, uint(2, 0xc02b)),
  vector(1, uint(1, 0)),
]);

function extension(type: number, ...content: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([uint(2, type), vector(2, ...content)]);
}

function withExtensions(...extensions: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([fixed, vector(2, ...extensions)]);
}

function alertFor(body: Uint8Array): { alert: number; message: string } | undefined {
  try {
    parseClientHello(body);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(TlsAlert);
    const { alert, message } = error as TlsAlert;
    return { alert, message };
  }
}

/** The first message of Node's own client: record header 5 octets, message header 4. */
async function nodeHello(options: { servername: string; ALPNProtocols: string[] }): Promise<Uint8Array> {
  const { outcome } = await meet(
    async (socket) => {
      const [record] = (await once(socket, "data")) as [Buffer];
      socket.destroy();
      return record.subarray(9);
    },
    async ({ port }) => {
      const client = connect({ port, host: "127.0.0.1", ...options });
      client.on("error", () => {});
      await new Promise((resolve) => client.once("close", resolve));
    },
  );
  return outcome;
}

describe("a ClientHello", () => {
  it("of Node is read", async () => {
    const body = await nodeHello({ servername: "lab.test", ALPNProtocols: ["h2", "http/1.1"] });
    expect(parseClientHello(body)).toMatchObject({
      legacyVersion: 0x0303,
      compressionMethods: [0],
      serverName: "lab.test",
      alpn: ["h2", "http/1.1"],
      supportedVersions: [0x0304, 0x0303],
      groups: expect.arrayContaining([29, 23]),
      signatureSchemes: expect.arrayContaining([0x0403, 0x0804]),
    });
    for (let length = 0; length < body.length; length++) {
      const cut = alertFor(body.subarray(0, length));
      // Before its extensions a hello is as whole as those of old.
      if (cut === undefined) expect(parseClientHello(body.subarray(0, length)).extensions.size).toBe(0);
    }
    expect(alertFor(Buffer.concat([body, Uint8Array.of(0)]))?.alert).toBe(50);
  });

  it("needs no extensions", () => {
    const hello = parseClientHello(fixed);
    expect(hello).toMatchObject({ cipherSuites: [0xc02b], serverName: undefined, supportedVersions: undefined });
    expect(hello.extensions.size).toBe(0);
  });

  const octets = (maxLength: number) => fc.uint8Array({ maxLength });
  const uint16 = fc.integer({ min: 0, max: 0xffff });

  it("comes back as it was written", () => {
    const hellos = fc.record({
      legacyVersion: uint16,
      random: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      sessionId: octets(32),
      cipherSuites: fc.array(uint16, { minLength: 1 }),
      groups: fc.array(uint16, { minLength: 1 }),
      name: fc.stringMatching(/^[a-z0-9.-]{1,60}$/),
      alpn: fc.array(fc.stringMatching(/^[!-~]{1,20}$/), { minLength: 1 }),
      other: octets(50),
    });
    fc.assert(
      fc.property(hellos, ({ legacyVersion, random, sessionId, cipherSuites, groups, name, alpn, other }) => {
        const body = Buffer.concat([
          uint(2, legacyVersion),
          random,
          vector(1, sessionId),
          vector(2, ...cipherSuites.map((code) => uint(2, code))),
          vector(1, uint(1, 0)),
          vector(
            2,
            extension(0, vector(2, uint(1, 0), vector(2, Buffer.from(name)))),
            extension(10, vector(2, ...groups.map((code) => uint(2, code)))),
            extension(16, vector(2, ...alpn.map((protocol) => vector(1, Buffer.from(protocol))))),
            extension(0x0a0a, other),
          ),
        ]);
        const hello = parseClientHello(body);
        expect(hello).toMatchObject({ legacyVersion, cipherSuites, groups, serverName: name, alpn });
        expect(Buffer.from(hello.random)).toEqual(Buffer.from(random));
        expect(Buffer.from(hello.sessionId)).toEqual(Buffer.from(sessionId));
        expect([...hello.extensions.keys()]).toEqual([0, 10, 16, 0x0a0a]);
      }),
    );
  });

  it("is read or refused with an alert, whatever comes", () => {
    fc.assert(fc.property(octets(200), (noise) => void alertFor(noise)));
    fc.assert(fc.property(octets(60), (noise) => void alertFor(withExtensions(noise))));
    const known = fc.constantFrom(0, 10, 13, 16, 43);
    fc.assert(fc.property(known, octets(30), (type, noise) => void alertFor(withExtensions(extension(type, noise)))));
  });

  it.each([
    ["nothing", Buffer.of(), 50, "2 octets wanted at 0, 0 there"],
    ["a long session_id", Buffer.concat([fixed.subarray(0, 34), vector(1, Buffer.alloc(33))]), 50, "33 octets"],
    ["no cipher suite", Buffer.concat([fixed.subarray(0, 35), vector(2)]), 50, "an empty list"],
    ["half a cipher suite", Buffer.concat([fixed.subarray(0, 35), vector(2, uint(3, 0))]), 50, "2 octets wanted"],
    ["an extension twice", withExtensions(extension(99), extension(99)), 47, "extension 99 twice"],
    ["octets at the end", Buffer.concat([withExtensions(), Buffer.of(0)]), 50, "1 octets too many"],
    ["an empty list of names", withExtensions(extension(0, vector(2))), 50, "server_name: an empty list"],
    ["an empty list of groups", withExtensions(extension(10, vector(2))), 50, "supported_groups: an empty list"],
    [
      "octets after the versions",
      withExtensions(extension(43, vector(1, uint(2, 772)), uint(1, 0))),
      50,
      "1 octets too",
    ],
  ])("with %s is refused", (_, body, alert, message) => {
    expect(alertFor(body)).toEqual({ alert, message: expect.stringContaining(message) });
  });
});
