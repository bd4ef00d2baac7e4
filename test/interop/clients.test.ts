import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCa } from "../../src/ca/create-ca.ts";
import { deliver } from "../../src/ca/deliver.ts";
import { exportFiles } from "../../src/ca/export/export-files.ts";
import { pem } from "../../src/ca/export/pem-files.ts";
import { issue } from "../../src/ca/issue.ts";
import type { IssuableKeyTypeId } from "../../src/keys/algorithms.ts";
import { type BuiltinProfileName, builtinProfile } from "../../src/profile/builtin-profiles.ts";
import { createStore } from "../../src/store/open.ts";
import { TestCa, type TestFiles } from "../../src/testing.ts";
import { clients } from "../clients/index.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-interop-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = () => new Date();
const serverProfiles = ["tls-server", "mtls", "peer"] as const;
const caKeys = ["ecdsa-p256", "ecdsa-p384", "ed25519", "rsa-2048"] as const;

/** A CA on disk with a certificate, as `rootcause init` and `rootcause issue` make them; the folder of the PEM files. */
async function issueFiles(
  caKey: IssuableKeyTypeId,
  profile: BuiltinProfileName,
  names: readonly string[],
): Promise<string> {
  const directory = mkdtempSync(join(folder, "ca-"));
  const store = await createStore(join(directory, "ca-store"), { now });
  try {
    const ca = { store, now };
    const { issuing } = await createCa(ca, { name: "Interop", keyType: caKey });
    const issued = await issue(ca, issuing, { profile: builtinProfile(profile), names });
    await deliver(directory, await exportFiles([pem], { ...issued }, { directory }));
    return directory;
  } finally {
    await store.close();
  }
}

async function serve(directory: string, mutual: boolean): Promise<Server> {
  const read = (name: string) => readFileSync(join(directory, name));
  const identity = { key: read("key.pem"), cert: read("fullchain.pem") };
  const demand = mutual ? { ca: read("root.pem"), requestCert: true, rejectUnauthorized: true } : {};
  const server = createServer({ ...identity, ...demand }, (_, response) => response.end("hello\n"));
  server.on("tlsClientError", () => {}); // what a refusal looks like here is the client's to say
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

describe("the clients", () => {
  it.each(clients)("$name is installed", ({ command: [program, ...args] }) => {
    expect(spawnSync(program, args).error).toBeUndefined();
  });
});

describe.each(caKeys)("under a CA of type %s", (caKey) => {
  describe.each(serverProfiles)("a %s certificate", (profile) => {
    let server: Server;
    let directory: string;
    beforeAll(async () => {
      directory = await issueFiles(caKey, profile, ["localhost", "127.0.0.1"]);
      server = await serve(directory, false);
    });
    afterAll(() => void server.close().closeAllConnections());

    it.each(clients)("is accepted by $name for its names, and refused for others", async (client) => {
      const target = { port: portOf(server), caFile: join(directory, "root.pem") };
      for (const host of ["localhost", "127.0.0.1"]) {
        const { accepted, text } = await client.connect({ host, ...target });
        expect(accepted, text).toBe(true);
      }
      expect((await client.connect({ host: "other.test", ...target })).accepted).toBe(false);
    });
  });
});

describe("mutual TLS", () => {
  let server: Server;
  let directory: string;
  let strangers: TestFiles;
  beforeAll(async () => {
    directory = await issueFiles("ecdsa-p256", "mtls", ["localhost"]);
    server = await serve(directory, true);
    strangers = await (await TestCa.create()).issue("localhost", { profile: "mtls" }).writeFiles();
  });
  afterAll(async () => {
    server.close().closeAllConnections();
    await strangers.remove();
  });

  it.each(clients)("lets $name in with a certificate of the CA, and with no other", async (client) => {
    const target = { host: "localhost", port: portOf(server), caFile: join(directory, "root.pem") };
    const own = { certFile: join(directory, "fullchain.pem"), keyFile: join(directory, "key.pem") };
    const { accepted, text } = await client.connect({ ...target, ...own });
    expect(accepted, text).toBe(true);
    expect((await client.connect(target)).accepted).toBe(false);
    expect((await client.connect({ ...target, certFile: strangers.cert, keyFile: strangers.key })).accepted).toBe(
      false,
    );
  });

  it.each(clients)("$name refuses a server whose root it does not know", async (client) => {
    const target = { host: "localhost", port: portOf(server), caFile: strangers.root };
    expect((await client.connect(target)).accepted).toBe(false);
  });
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
