import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConnectionOptions } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestCa, type TestCertificate } from "../../../src/testing.ts";
import { serveWire } from "../../../src/tls/wire/serve-wire.ts";
import type { WireScript } from "../../../src/tls/wire/wire-script.ts";
import { meet } from "../loopback.ts";
import { isMissing, runClient } from "../run-client.ts";
import { visit } from "./node-client.ts";

const keys = ["ecdsa-p256", "ecdsa-p384", "ecdsa-p521", "ed25519", "rsa-2048"] as const;
const ca = await TestCa.create({ intermediates: 1 });
const leaves = new Map(keys.map((key) => [key, ca.issue(["localhost", "127.0.0.1"], { key })]));

function scriptOf({ key, certificate, chain }: TestCertificate): WireScript {
  return { chain: [certificate, ...chain].map(({ der }) => der), key, body: "hello\n" };
}

const goodScript = (key: (typeof keys)[number] = "ecdsa-p256") => scriptOf(leaves.get(key) as TestCertificate);

describe("a script without deviations", () => {
  const offers: readonly (readonly [what: string, options: ConnectionOptions, cipher: RegExp])[] = [
    ["what Node offers", {}, /GCM/],
    ["AES-128", { ciphers: "AES128+ECDHE" }, /AES128-GCM-SHA256$/],
    ["AES-256", { ciphers: "AES256+ECDHE" }, /AES256-GCM-SHA384$/],
    ["X25519", { ecdhCurve: "X25519" }, /GCM/],
    ["P-256", { ecdhCurve: "P-256:P-384:P-521" }, /GCM/],
    ["P-384", { ecdhCurve: "P-384:P-256:P-521" }, /GCM/],
    ["no extended master secret", { secureOptions: 1 }, /GCM/],
    ["no server name", { servername: "" }, /GCM/],
    ["TLS 1.2 alone", { maxVersion: "TLSv1.2" }, /GCM/],
  ];

  describe.each(keys)("with a key %s", (key) => {
    // A client that speaks a single curve accepts no certificate on another.
    const possible = offers.filter(([, { ecdhCurve }]) => ecdhCurve !== "X25519" || !key.startsWith("ecdsa"));
    it.each(possible)("completes a handshake with %s", async (_, options, cipher) => {
      const { visit: seen, outcome } = await visit(goodScript(key), { ...ca.trust, ...options });
      expect(seen).toMatchObject({
        code: undefined,
        answer: expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n.*hello\n$/s),
      });
      expect(seen.cipher).toMatch(cipher);
      expect(outcome).toMatchObject({ ending: "answered", request: "GET / HTTP/1.1\r\nHost: localhost" });
    });
  });

  it.each([
    ["X25519:P-256", "X25519"],
    ["P-256:X25519", "prime256v1"],
    ["P-384:P-256", "secp384r1"],
  ])("takes of the groups %s the first", async (ecdhCurve, group) => {
    expect((await visit(goodScript(), { ...ca.trust, ecdhCurve })).visit.group).toBe(group);
  });

  it("tells what the client asked for", async () => {
    const { outcome } = await visit(goodScript(), { ...ca.trust, ALPNProtocols: ["h2", "http/1.1"] });
    const { hello } = outcome;
    expect(hello).toMatchObject({ serverName: "localhost", legacyVersion: 0x0303, alpn: ["h2", "http/1.1"] });
    expect(hello?.supportedVersions).toContain(0x0304);
    expect(hello?.groups).toContain(23);
    expect(hello?.signatureSchemes).toContain(0x0403);
    expect(hello?.cipherSuites).toContain(0xc02b);
  });

  it.each([
    [["h2", "http/1.1"], "http/1.1"],
    [["h2"], false],
  ])("answers the protocols %j with %s", async (ALPNProtocols, alpn) => {
    const { visit: seen } = await visit(goodScript(), { ...ca.trust, ALPNProtocols });
    expect(seen).toMatchObject({ code: undefined, alpn });
  });

  it("staples for clients that ask", async () => {
    const script = { ...goodScript(), staple: Uint8Array.of(1, 2, 3) };
    expect((await visit(script, { ...ca.trust, requestOCSP: true })).visit.staple).toEqual(Buffer.of(1, 2, 3));
    expect((await visit(script, ca.trust)).visit).toMatchObject({ code: undefined, staple: undefined });
  });

  it("answers by name", async () => {
    const other = ca.issue("other.test");
    const { visit: seen } = await visit(
      ({ serverName }) => (serverName === "other.test" ? scriptOf(other) : goodScript()),
      { ...ca.trust, servername: "other.test" },
    );
    expect(seen.code).toBeUndefined();
  });

  it("reads a hello that comes in several records", async () => {
    const ALPNProtocols = Array.from({ length: 60 }, (_, n) => `protocol-number-${n}`);
    const { visit: seen } = await visit(goodScript(), { ...ca.trust, ALPNProtocols }, (socket) => {
      expect(socket.setMaxSendFragment(512)).toBe(true);
    });
    expect(seen).toMatchObject({ code: undefined, answer: expect.stringContaining("200 OK") });
  });

  it("sends an answer that takes several records", async () => {
    const body = "0123456789".repeat(5000);
    const { visit: seen } = await visit({ ...goodScript(), body }, ca.trust);
    expect(seen.answer.endsWith(`\r\n\r\n${body}`)).toBe(true);
  });
});

describe("other clients", () => {
  let folder: string;
  let root: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rootcause-wire-"));
    root = join(folder, "root.pem");
    writeFileSync(root, ca.root.toPem());
  });
  afterAll(() => rm(folder, { recursive: true }));

  const meetProgram = (
    script: WireScript,
    program: string,
    args: (port: number) => readonly string[],
    input?: string,
  ) =>
    meet(
      (socket) => serveWire(socket, script),
      ({ port }) => runClient(program, args(port), input),
    );

  it.each(keys)("openssl s_client accepts a key %s", async (key) => {
    const { seen, outcome } = await meetProgram(goodScript(key), "openssl", (port) =>
      ["s_client", "-brief", "-verify_return_error", "-CAfile", root, "-connect", `localhost:${port}`].slice(),
    );
    expect(seen.output).toContain("Verification: OK");
    expect(seen.output).toContain("Protocol version: TLSv1.2");
    expect(seen.status).toBe(0);
    expect(outcome).toMatchObject({ ending: "alert-received", alert: 0 });
  });

  it.skipIf(isMissing("curl"))("curl gets the answer", async () => {
    const { seen, outcome } = await meetProgram(goodScript(), "curl", (port) => [
      ...["--silent", "--show-error", "--cacert", root],
      `https://localhost:${port}/`,
    ]);
    expect(seen).toEqual({ status: 0, output: "hello\n" });
    expect(outcome.hello?.serverName).toBe("localhost");
  });

  it.skipIf(isMissing("curl"))("curl asks an address without a server name", async () => {
    const { seen, outcome } = await meetProgram(goodScript("rsa-2048"), "curl", (port) => [
      ...["--silent", "--show-error", "--cacert", root],
      `https://127.0.0.1:${port}/`,
    ]);
    expect(seen).toEqual({ status: 0, output: "hello\n" });
    expect(outcome.hello?.serverName).toBeUndefined();
  });

  it.skipIf(isMissing("python3"))("Python gets the answer", async () => {
    const ask =
      "import sys, urllib.request, ssl; print(urllib.request.urlopen(sys.argv[1], context=ssl.create_default_context(cafile=sys.argv[2])).read())";
    const { seen } = await meetProgram(goodScript(), "python3", (port) => [
      ...["-c", ask, `https://localhost:${port}/`, root],
    ]);
    expect(seen).toEqual({ status: 0, output: "b'hello\\n'\n" });
  });
});
