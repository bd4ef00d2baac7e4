import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { describe, expect, it } from "vitest";
import { PrivateKey } from "../../../src/keys/private-key.ts";
import { TestCa } from "../../../src/testing.ts";
import { serveWire } from "../../../src/tls/wire/serve-wire.ts";
import type { Moment, WireScript } from "../../../src/tls/wire/wire-script.ts";
import { meet } from "../loopback.ts";
import { isMissing, runClient } from "../run-client.ts";
import { visit } from "./node-client.ts";

const ca = await TestCa.create();
const leaf = ca.issue("localhost");
const rsaLeaf = ca.issue("localhost", { key: "rsa-2048" });
const good: WireScript = { chain: [leaf.certificate.der], key: leaf.key };
const goodRsa: WireScript = { chain: [rsaLeaf.certificate.der], key: rsaLeaf.key };
const moments: readonly Moment[] = ["client-hello", "server-hello-done", "client-finished", "request"];

describe("an alert of the script", () => {
  it.each([10, 40, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 70, 71, 80, 86, 112, 116, 120])(
    "%i arrives with its number",
    async (by) => {
      const { visit: seen, outcome } = await visit({ ...good, interrupt: { at: "client-hello", by } }, ca.trust);
      expect(seen.message).toContain(`SSL alert number ${by}`);
      expect(outcome).toMatchObject({ ending: "interrupted", by, hello: { serverName: "localhost" } });
    },
  );

  it("may have a number that nobody has given a meaning", async () => {
    const { seen } = await meet(
      (socket) => serveWire(socket, { ...good, interrupt: { at: "client-hello", by: 255 } }),
      ({ authority }) => runClient("openssl", ["s_client", "-connect", authority]),
    );
    expect(seen.output).toContain("SSL alert number 255");
  });

  it.each(moments)("arrives at the moment %s", async (at) => {
    const { visit: seen, outcome } = await visit({ ...good, interrupt: { at, by: 80 } }, ca.trust);
    expect(seen.code).toBe("ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR");
    expect(outcome.ending).toBe("interrupted");
    expect(outcome.request !== undefined).toBe(at === "request");
  });

  it("can refuse clients that ask for no name, or for another", async () => {
    const plan = ({ serverName }: { readonly serverName: string | undefined }): WireScript =>
      serverName === "localhost" ? good : { ...good, interrupt: { at: "client-hello", by: 112 } };
    expect((await visit(plan, ca.trust)).visit.code).toBeUndefined();
    for (const servername of ["", "elsewhere.test"])
      expect((await visit(plan, { ...ca.trust, servername })).visit.code).toBe("ERR_SSL_TLSV1_UNRECOGNIZED_NAME");
  });

  it.skipIf(isMissing("curl"))("is told by curl", async () => {
    const { seen } = await meet(
      (socket) => serveWire(socket, { ...good, interrupt: { at: "client-hello", by: 71 } }),
      ({ port }) => runClient("curl", ["--silent", "--show-error", `https://localhost:${port}/`]),
    );
    expect(seen).toMatchObject({ status: 35, output: expect.stringContaining("insufficient security") });
  });
});

describe("an end without an alert", () => {
  it.each(moments)("closes at the moment %s", async (at) => {
    const { visit: seen, outcome } = await visit({ ...good, interrupt: { at, by: "close" } }, ca.trust);
    expect(seen.answer).toBe("");
    expect(seen.code).toBe(at === "request" ? undefined : "ECONNRESET"); // Node's own word for a handshake cut short
    expect(outcome).toMatchObject({ ending: "interrupted", by: "close" });
  });

  it.each(moments)("resets at the moment %s", async (at) => {
    const { visit: seen } = await visit({ ...good, interrupt: { at, by: "reset" } }, ca.trust);
    expect(seen.code).toBe("ECONNRESET");
  });

  it("resets in the words of OpenSSL", async () => {
    const { seen } = await meet(
      (socket) => serveWire(socket, { ...good, interrupt: { at: "client-hello", by: "reset" } }),
      ({ authority }) => runClient("openssl", ["s_client", "-connect", authority]),
    );
    expect(seen.output).toContain("errno=104");
  });

  it.each(moments)("hangs at the moment %s until the client leaves", async (at) => {
    const { visit: seen, outcome } = await visit({ ...good, interrupt: { at, by: "hang" } }, ca.trust, (socket) => {
      socket.setTimeout(100, () => socket.destroy());
    });
    expect(seen).toMatchObject({ code: undefined, answer: "" });
    expect(outcome).toMatchObject({ ending: "interrupted", by: "hang" });
  });

  it("hangs up on clients that say nothing", async () => {
    const { outcome } = await meet(
      (socket) => serveWire(socket, good, { timeoutMs: 50 }),
      async ({ port }) => once(connectTcp(port, "127.0.0.1").resume(), "close"),
    );
    expect(outcome).toEqual({ ending: "timeout" });
  });
});

describe("what node:tls refuses to serve", () => {
  // An RSA signature by another key has not even the right padding; OpenSSL 3.5 has other words than 3.0.
  it.each([
    ["EC", good, PrivateKey.generate("ecdsa-p256"), /bad signature|provider signature failure/],
    ["RSA", goodRsa, PrivateKey.generate("rsa-2048"), /invalid padding/],
  ])("is a key that does not fit its %s certificate, or a corrupt signature", async (_, script, other, words) => {
    for (const deviation of [{ key: other }, { corruptSignature: true }]) {
      const { visit: seen, outcome } = await visit({ ...script, ...deviation }, ca.trust);
      expect(seen.message).toMatch(words);
      expect(outcome).toMatchObject({ ending: "alert-received", alert: 51 });
    }
  });

  it.each([
    ["noise", Uint8Array.of(1, 2, 3)],
    ["nothing", Uint8Array.of()],
    ["a certificate cut short", leaf.certificate.der.slice(0, -10)],
    ["a certificate with octets after it", Buffer.concat([leaf.certificate.der, Uint8Array.of(0)])],
  ])("is %s instead of a certificate", async (_, der) => {
    const { visit: seen, outcome } = await visit({ ...good, chain: [der] }, ca.trust);
    expect(seen.code).toMatch(/^ERR_(SSL|OSSL_ASN1)_/);
    expect(outcome).toMatchObject({ ending: "alert-received" });
  });

  it("is no certificate at all", async () => {
    const { visit: seen, outcome } = await visit({ ...good, chain: [] }, ca.trust);
    expect(seen.code).toMatch(/^ERR_SSL_/);
    expect(outcome).toMatchObject({ ending: "alert-received" });
  });

  it("is a key that is too weak for OpenSSL", async () => {
    const weak = ca.issue("localhost", { key: PrivateKey.generate("rsa-512") });
    const { visit: seen } = await visit({ chain: [weak.certificate.der], key: weak.key }, ca.trust);
    expect(seen.message).toMatch(/too (small|weak)/);
  });
});

describe("nothing in common", () => {
  const ed25519Leaf = ca.issue("localhost", { key: "ed25519" });
  const ed25519: WireScript = { chain: [ed25519Leaf.certificate.der], key: ed25519Leaf.key };

  it.each([
    ["TLS 1.2", good, { minVersion: "TLSv1.3" }, 70, /_ALERT_PROTOCOL_VERSION$/],
    ["cipher suite", good, { ciphers: "ECDHE-RSA-AES128-GCM-SHA256" }, 40, /_ALERT_HANDSHAKE_FAILURE$/],
    ["group", good, { ecdhCurve: "P-521" }, 40, /_ALERT_HANDSHAKE_FAILURE$/],
    ["signature", ed25519, { sigalgs: "ECDSA+SHA256" }, 40, /_ALERT_HANDSHAKE_FAILURE$/],
  ] as const)("of %s is said", async (what, script, options, alert, code) => {
    const { visit: seen, outcome } = await visit(script, { ...ca.trust, ...options });
    expect(seen.code).toMatch(code);
    expect(outcome).toMatchObject({ ending: "alert-sent", alert, reason: expect.stringContaining(what) });
  });
});
