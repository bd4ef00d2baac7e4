import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { isPkiError } from "../../../src/errors/pki-error.ts";
import { faults } from "../../../src/faults/catalogue.ts";
import { connectionFault } from "../../../src/tls/host/connection-fault.ts";
import { readHost } from "../../../src/tls/host/read-host.ts";
import { serveWire } from "../../../src/tls/wire/serve-wire.ts";
import type { WireScript } from "../../../src/tls/wire/wire-script.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { subjectAltName } from "../../../src/x509/extensions/subject-alt-name.ts";
import { caExtensions, TestIssuer } from "../../revocation/test-issuer.ts";

const root = new TestIssuer("CN=root");
const ca = new TestIssuer("CN=CA");
const holder = new TestIssuer("CN=leaf");
const stranger = new TestIssuer("CN=stranger");
const chain = {
  leaf: ca.certify(holder, {
    extensions: [encodeExtension(subjectAltName, [{ kind: "dns", value: "localhost" }], false)],
  }),
  ca: root.certify(ca, { serial: 2, extensions: caExtensions }),
  root: root.root,
  stranger: stranger.root,
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function sending(certificates: readonly Certificate[], options: TlsOptions = {}): Promise<number> {
  const cert = certificates.map((certificate) => certificate.toPem()).join("");
  const server = createTlsServer({ cert, key: holder.key.toPem(), ...options }, (socket) => socket.end());
  return listen(server.on("tlsClientError", () => undefined));
}

/** A server that does this with every connection, once the client has spoken. */
function answering(answer: (socket: Socket) => void): Promise<number> {
  return listen(
    createServer((socket) => {
      socket.on("error", () => undefined).once("data", () => answer(socket));
    }),
  );
}

/** A server that shows what node:tls would not load. */
const scripted = (script: WireScript) => listen(createServer((socket) => void serveWire(socket, script)));

const alert = (number: number) => (socket: Socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, number]));

describe("readHost", () => {
  it.each([
    [["leaf"]],
    [["leaf", "ca", "root"]],
    [["leaf", "root", "ca"]],
    [["leaf", "ca", "ca"]],
    [["leaf", "leaf", "ca"]],
    [["leaf", "stranger", "ca", "root", "ca"]],
  ] as const)("takes %j as sent, in TLS 1.2 and 1.3", async (names) => {
    const sent = names.map((name) => chain[name]);
    for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
      const port = await sending(sent, { maxVersion });
      const { certificates, protocol } = await readHost({ host: "127.0.0.1", port });
      expect(protocol).toBe(maxVersion);
      expect(certificates.map((der) => Buffer.from(der).toString("hex"))).toEqual(
        sent.map(({ der }) => Buffer.from(der).toString("hex")),
      );
    }
  });

  it("asks for a name and for a staple", async () => {
    const asked: (string | undefined)[] = [];
    const port = await sending([chain.leaf], {
      SNICallback: (name, done) => {
        asked.push(name);
        done(null);
      },
    });
    servers[0]?.on("OCSPRequest", (_certificate, _issuer, answer) => answer(null, Buffer.from("staple")));
    const { staple, serverName } = await readHost({ host: "127.0.0.1", port }, { serverName: "service.test" });
    expect([asked, serverName, Buffer.from(staple ?? []).toString()]).toEqual([
      ["service.test"],
      "service.test",
      "staple",
    ]);
    expect((await readHost({ host: "127.0.0.1", port })).serverName).toBeUndefined();
  });

  it("finds names below localhost on this machine, and asks for them", async () => {
    const port = await sending([chain.leaf]);
    for (const host of ["name.lab.localhost", "NAME.localhost."])
      expect(await readHost({ host, port })).toMatchObject({ host, serverName: host.replace(/\.$/, "") });
    const plain = await listen(createServer((socket) => socket.on("error", () => undefined).write("220 mail\r\n")));
    await expect(readHost({ host: "mail.localhost", port: plain })).rejects.toMatchObject({
      facts: { fault: "starttls-needed" },
    });
  });

  it("looks at servers of old too", async () => {
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" } as const;
    expect(await readHost({ host: "127.0.0.1", port: await sending([chain.leaf], old) })).toMatchObject({
      protocol: "TLSv1",
    });
  });

  it.each([
    ["plain-http", () => listen(createHttpServer((_, response) => response.end("hello")))],
    [
      "starttls-needed",
      () => listen(createServer((socket) => socket.on("error", () => undefined).write("220 mail\r\n"))),
    ],
    ["closes-on-hello", () => answering((socket) => socket.end())],
    ["resets-on-hello", () => answering((socket) => socket.resetAndDestroy())],
    ["hangs-on-hello", () => answering(() => undefined)],
    ["alert-handshake-failure", () => answering(alert(40))],
    ["alert-protocol-version", () => answering(alert(70))],
    ["alert-insufficient-security", () => answering(alert(71))],
    ["alert-internal-error", () => answering(alert(80))],
    ["alert-unrecognized-name", () => answering(alert(112))],
    ["alert-no-application-protocol", () => answering(alert(120))],
    ["connection-refused", async () => 1],
    ["malformed-der", () => scripted({ chain: [Uint8Array.of(0x30, 3, 1, 2, 3)], key: holder.key })],
    ["key-mismatch", () => scripted({ chain: [chain.leaf.der], key: stranger.key })],
  ])("calls %s by its name", async (fault, start) => {
    expect(faults.map(({ id }) => id)).toContain(fault);
    const patience = fault === "hangs-on-hello" ? { timeoutMs: 100 } : {};
    const refused = readHost({ host: "127.0.0.1", port: await start() }, patience);
    await expect(refused).rejects.toMatchObject({ code: "ERR_HOST_FAULT", facts: { fault }, exitStatus: 4 });
  });

  it("takes from OpenSSL its reason alone, and knows by it a curve that is too small", () => {
    const ofQueue = (reason: string) =>
      connectionFault(
        Object.assign(new Error(`80BC:error:0A00:SSL routines:f:${reason}:ssl_lib.c:3690:\n`), { reason }),
      );
    expect(ofQueue("ecc cert not for signing")).toEqual({
      fault: undefined,
      detail: 'OpenSSL says "ecc cert not for signing" of what it sends',
    });
    expect(ofQueue("wrong curve").fault).toBe("weak-curve");
  });

  it("tells of what has no name in words", async () => {
    const port = await answering(alert(42));
    const error = await readHost({ host: "127.0.0.1", port }).catch((thrown: unknown) => thrown);
    expect(isPkiError(error, "ERR_HOST") && error.message).toBe(
      `127.0.0.1:${port}: no TLS handshake: it answers with the TLS alert 42`,
    );
  });
});
