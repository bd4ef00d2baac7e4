import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { revocationFaults } from "../../../src/faults/revocation/index.ts";
import { chainPem } from "../../../src/lab/serve/chain-pem.ts";
import type { LiveServer } from "../../../src/lab/serve/live-server.ts";
import { serveScene } from "../../../src/lab/serve/serve-scene.ts";
import { type LiveEndpoints, liveEndpoints } from "./live-endpoints.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-crl-"));
const root = join(folder, "root.pem");
const servers = new Map<string, LiveServer>();
let live: LiveEndpoints;

beforeAll(async () => {
  const faults = revocationFaults.filter(({ revocation }) => revocation === "crl");
  live = await liveEndpoints(faults, (laboratory, fault) => laboratory.build(fault));
  writeFileSync(root, chainPem([live.root]));
  for (const { id } of faults) servers.set(id, await serveScene(live.scene(id)));
});

afterAll(async () => {
  await Promise.all([live, ...servers.values()].map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

/** The first error of OpenSSL, which fetches the CRLs that the certificates name. */
function opensslFetches(id: string): Promise<string | undefined> {
  const port = servers.get(id)?.port;
  const args = ["s_client", "-connect", `127.0.0.1:${port}`, "-CAfile", root, "-crl_check_all", "-crl_download"];
  return new Promise((resolve) => {
    const child = execFile("openssl", args, (_error, stdout, stderr) => {
      resolve(/verify error:num=(\d+)/.exec(stdout + stderr)?.[1]);
    });
    child.stdin?.end();
  });
}

it.each([
  ["revoked-crl", "23"],
  ["revoked-intermediate", "23"],
  ["crl-expired", "12"],
  ["crl-not-yet-valid", "11"],
  ["crl-missing", "3"],
  ["crl-bad-signature", "8"],
  ["crl-wrong-issuer", "3"],
  ["crl-wrong-scope", "44"],
  ["crl-signer-no-crlsign", "35"],
  ["crl-unknown-critical", "36"],
])("shows %s to OpenSSL, which fetches the CRL: error %s", async (id, number) => {
  expect(await opensslFetches(id)).toBe(number);
});
