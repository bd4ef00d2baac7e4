import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestCa, type TestFiles } from "../../../src/testing.ts";
import { serveWire } from "../../../src/tls/wire/serve-wire.ts";
import type { ClientCertificateDemand, WireScript } from "../../../src/tls/wire/wire-script.ts";
import { verify } from "../../../src/verify/verify.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { meet } from "../loopback.ts";
import { isMissing, runClient } from "../run-client.ts";
import { tamper } from "../tamper.ts";
import { type ClientOptions, visit } from "./node-client.ts";

const day = 24 * 3600 * 1000;
const ca = await TestCa.create();
const stranger = await TestCa.create({ name: "Stranger" });
const server = ca.issue(["localhost", "127.0.0.1"]);
const alice = ca.issue("alice@example.com", { profile: "tls-client" });
const expired = ca.issue("alice@example.com", {
  profile: "tls-client",
  notBefore: new Date(Date.now() - 2 * day),
  notAfter: new Date(Date.now() - day),
});
const revoked = ca.issue("mallory@example.com", { profile: "tls-client" });
const unknown = stranger.issue("alice@example.com", { profile: "tls-client" });

/** Alerts of what is wrong with a client's certificate, as OpenSSL's servers send them. */
const alerts: Readonly<Record<string, number>> = { "missing-intermediate": 48, "expired-leaf": 45, "wrong-eku": 43 };

const demand: ClientCertificateDemand = {
  required: true,
  authorities: [ca.root.subject.der],
  judge: ([leaf = new Uint8Array(), ...others]) => {
    if (Certificate.parse(leaf).serialHex === revoked.certificate.serialHex) return 44;
    const { valid, findings } = verify([leaf, ...others], { trust: [ca.root], purpose: "clientAuth" });
    return valid ? undefined : (alerts[findings[0]?.code ?? ""] ?? 46);
  },
};
const mutual: WireScript = {
  chain: [server.certificate.der],
  key: server.key,
  clientCertificate: demand,
  body: "welcome\n",
};

function identity({ server: { key, cert } }: typeof alice): ClientOptions {
  return { ...ca.trust, key, cert };
}

describe("a server that wants a client certificate", () => {
  it.each([
    ["tls-client", "ecdsa-p256"],
    ["tls-client", "ecdsa-p384"],
    ["tls-client", "ed25519"],
    ["mtls", "rsa-2048"],
  ] as const)("lets in a good one of profile %s with a key %s", async (profile, key) => {
    const client = ca.issue(profile === "mtls" ? "client.test" : "bob@example.com", { profile, key });
    const { visit: seen, outcome } = await visit(mutual, identity(client));
    expect(seen).toMatchObject({ code: undefined, answer: expect.stringContaining("welcome") });
    expect(outcome).toMatchObject({ ending: "answered" });
    expect(Buffer.compare(outcome.clientChain?.[0] as Uint8Array, client.certificate.der)).toBe(0);
  });

  it("lets in a good one signed with RSA-PSS, and without the extended master secret", async () => {
    const client = ca.issue("bob@example.com", { profile: "tls-client", key: "rsa-2048" });
    const options = { ...identity(client), sigalgs: "ECDSA+SHA256:rsa_pss_rsae_sha256", secureOptions: 1 };
    expect((await visit(mutual, options)).visit).toMatchObject({ code: undefined });
  });

  it.each([
    ["none", ca.trust, 40, /_ALERT_HANDSHAKE_FAILURE$/],
    ["one of an unknown CA", identity(unknown), 48, /_ALERT_UNKNOWN_CA$/],
    ["an expired one", identity(expired), 45, /_ALERT_CERTIFICATE_EXPIRED$/],
    ["a server's", identity(server), 43, /_ALERT_UNSUPPORTED_CERTIFICATE$/],
    ["a revoked one", identity(revoked), 44, /_ALERT_CERTIFICATE_REVOKED$/],
  ])("refuses %s", async (_, options, alert, code) => {
    const { visit: seen, outcome } = await visit(mutual, options);
    expect(seen).toMatchObject({ code: expect.stringMatching(code), cipher: "", answer: "" });
    expect(seen.message).toContain(`SSL alert number ${alert}`);
    expect(outcome).toMatchObject({ ending: "alert-sent", alert });
  });

  it("can do without", async () => {
    const script = { ...mutual, clientCertificate: { ...demand, required: false } };
    expect((await visit(script, ca.trust)).visit.code).toBeUndefined();
  });

  it("leaves it to the judge alone who gets in", async () => {
    const lenient = { ...mutual, clientCertificate: { ...demand, judge: () => undefined } };
    expect((await visit(lenient, identity(unknown))).visit.code).toBeUndefined();
  });

  it("survives a judge that fails", async () => {
    const judge = (): number => {
      throw new Error("the judge is out");
    };
    const { visit: seen, outcome } = await visit(
      { ...mutual, clientCertificate: { ...demand, judge } },
      identity(alice),
    );
    expect(seen.code).toBe("ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR");
    expect(outcome).toMatchObject({ ending: "alert-sent", alert: 80, reason: "Error: the judge is out" });
  });

  let files: TestFiles;
  beforeAll(async () => {
    files = await alice.writeFiles();
  });
  afterAll(() => files.remove());

  it.each([
    ["CertificateVerify", (record: Buffer) => record[0] === 22 && record[5] === 15, 51],
    ["the client's share", (record: Buffer) => record[0] === 22 && record[5] === 16, 47],
    ["ChangeCipherSpec", (record: Buffer) => record[0] === 20, 10],
    ["the client's Finished", (record: Buffer, at: number) => record[0] === 22 && at === 6, 20],
  ])("notices that somebody changed %s", async (_, chosen, alert) => {
    let at = 0;
    const { outcome } = await meet(
      (socket) => serveWire(socket, mutual),
      async ({ port }) => {
        const proxy = await tamper(port, (record) => chosen(record, ++at));
        const args = ["-cert", files.cert, "-key", files.key, "-connect", `127.0.0.1:${proxy.port}`];
        const seen = await runClient("openssl", ["s_client", "-groups", "P-256", ...args]);
        expect(seen.output).toContain(`SSL alert number ${alert}`);
        proxy.stop();
      },
    );
    expect(outcome).toMatchObject({ ending: "alert-sent", alert });
  });

  it("names the CAs that it asks for", async () => {
    const { seen } = await meet(
      (socket) => serveWire(socket, mutual),
      ({ authority }) => runClient("openssl", ["s_client", "-connect", authority]),
    );
    expect(seen.output).toContain("Acceptable client certificate CA names\nCN = Test Root CA\n");
    expect(seen.output).toContain("SSL alert number 40");
  });

  it.skipIf(isMissing("curl"))("answers curl", async () => {
    const ask = (port: number, ...identity: readonly string[]) =>
      runClient("curl", ["-sS", "--cacert", files.root, ...identity, `https://localhost:${port}/`]);
    const good = await meet(
      (socket) => serveWire(socket, mutual),
      ({ port }) => ask(port, "--cert", files.cert, "--key", files.key),
    );
    expect(good.seen).toEqual({ status: 0, output: "welcome\n" });
    const bad = await meet(
      (socket) => serveWire(socket, mutual),
      ({ port }) => ask(port),
    );
    expect(bad.seen).toMatchObject({ status: 35, output: expect.stringContaining("handshake failure") });
  });
});
