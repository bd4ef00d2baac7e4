import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { createServer, get, type RequestOptions, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { octetString } from "../../src/asn1/writer.ts";
import { TestCa } from "../../src/testing.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listen(options: object): Promise<number> {
  const server = createServer(options, (_, response) => response.end("hello")).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function status(port: number, options: RequestOptions): Promise<string> {
  return new Promise((resolve) => {
    const request = get({ host: "localhost", port, family: 4, agent: false, ...options }, (response) =>
      resolve(`${response.resume().statusCode}`),
    );
    request.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

describe("TestCa", () => {
  it("serves localhost to those who trust it and to nobody else", async () => {
    const ca = await TestCa.create();
    const port = await listen(ca.issue(["localhost", "127.0.0.1"]).server);
    expect(await status(port, ca.trust)).toBe("200");
    expect(await status(port, { host: "127.0.0.1", ...ca.trust })).toBe("200");
    expect(await status(port, {})).toBe("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
  });

  it("refuses clients without a certificate of its own where the server is mutual", async () => {
    const ca = await TestCa.create({ intermediates: 2 });
    const stranger = await TestCa.create({ name: "Stranger" });
    const port = await listen(ca.issue("localhost").mutualServer);
    const alice = ca.issue("alice@example.com", { profile: "tls-client" });
    const mallory = stranger.issue("alice@example.com", { profile: "tls-client" });
    expect(await status(port, alice.client)).toBe("200");
    expect(await status(port, ca.trust)).toBe("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED");
    expect(await status(port, { ...mallory.client, ...ca.trust })).not.toBe("200");
  });

  it("issues what a test asks for, also what no CA would sign", async () => {
    const ca = await TestCa.create();
    const expired = ca.issue("localhost", { notBefore: new Date("2020-01-01"), notAfter: new Date("2020-02-01") });
    expect(await status(await listen(expired.server), ca.trust)).toBe("CERT_HAS_EXPIRED");
    const value = octetString(Buffer.from("hello"));
    const marked = ca.issue("localhost", {
      subject: "CN=web,O=Acme",
      extensions: [{ oid: "1.3.6.1.4.1.55555.1", value }],
    });
    expect(marked.certificate.extensions.at(-1)).toMatchObject({ oid: "1.3.6.1.4.1.55555.1", critical: false, value });
  });

  it.each(["ed25519", "ecdsa-p384", "rsa-2048"] as const)("speaks TLS with keys of type %s", async (key) => {
    const ca = await TestCa.create({ key });
    expect(await status(await listen(ca.issue("localhost").server), ca.trust)).toBe("200");
  });

  it("writes files that openssl reads, keys for the owner alone, and removes them", async () => {
    const ca = await TestCa.create({ intermediates: 1 });
    const files = await ca.issue("localhost").writeFiles();
    const args = [
      "verify",
      "-x509_strict",
      "-purpose",
      "sslserver",
      "-CAfile",
      files.root,
      "-untrusted",
      files.chain,
      files.cert,
    ];
    expect(execFileSync("openssl", args, { encoding: "utf8" })).toContain("OK");
    expect(statSync(files.key).mode & 0o777).toBe(0o600);
    await files.remove();
    expect(existsSync(files.directory)).toBe(false);
  });
});
