import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Issued } from "../../../src/ca/issue.ts";
import { encodePem } from "../../../src/x509/pem.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { run } from "../../clients/client.ts";
import { freePort } from "../free-port.ts";
import { nginxConfig } from "../nginx-config.ts";
import { type Moment, publishedCrls } from "./published-crls.ts";

const folder = tempFolder();
const file = (name: string) => join(folder, name);
const ports: Record<Moment, number> = { fresh: 0, expired: 0, "revoked-ca": 0 };
const moments = Object.keys(ports) as Moment[];
let nginx: ChildProcess | undefined;

beforeAll(async () => {
  const { root, good, revoked, crls } = await publishedCrls(folder);
  writeFileSync(file("root.pem"), root.toPem());
  writeIdentity("good", good);
  writeIdentity("revoked", revoked);
  for (const moment of moments) {
    writeFileSync(file(`${moment}.pem`), crls[moment].map((crl) => encodePem("X509 CRL", readFileSync(crl))).join(""));
    ports[moment] = await freePort();
  }
  writeFileSync(file("nginx.conf"), configuration());
  nginx = spawn("nginx", ["-p", folder, "-c", file("nginx.conf")], { stdio: "ignore" });
  await vi.waitFor(async () => expect((await connect("fresh")).accepted).toBe(true), { timeout: 10_000 });
});
afterAll(async () => {
  if (nginx?.kill("SIGQUIT")) await once(nginx, "exit");
});

describe("nginx with ssl_crl", () => {
  const FINE = "SUCCESS 200";
  const REVOKED = "FAILED:certificate revoked 400";
  const EXPIRED = "FAILED:CRL has expired 400";

  it.each([
    ["fresh", { good: FINE, revoked: REVOKED }],
    ["expired", { good: EXPIRED, revoked: EXPIRED }],
    ["revoked-ca", { good: REVOKED, revoked: REVOKED }],
  ] as const)("judges clients by %s lists", async (moment, verdicts) => {
    const said = { good: await connect(moment, "good"), revoked: await connect(moment, "revoked") };
    expect({ good: said.good.text, revoked: said.revoked.text }).toEqual(verdicts);
  });

  it("refuses a client without a certificate", async () => {
    expect((await connect("fresh")).text).toBe("NONE 400");
  });
});

/** What curl gets with the certificate of a client: what nginx found, and the HTTP status. */
function connect(moment: Moment, client?: "good" | "revoked") {
  const identity = client === undefined ? [] : ["--cert", file(`${client}.pem`), "--key", file(`${client}.key`)];
  return run("curl", [
    ...["-sS", "--noproxy", "*", "--cacert", file("root.pem"), "--write-out", " %{http_code}", ...identity],
    `https://localhost:${ports[moment]}/`,
  ]);
}

function writeIdentity(name: string, { certificate, chain, key }: Issued): void {
  writeFileSync(file(`${name}.pem`), [certificate, ...chain].map((it) => it.toPem()).join(""));
  writeFileSync(file(`${name}.key`), key?.toPem() ?? "");
}

/** A server for the lists of each moment, which lets in whom they allow and tells what it found. */
function configuration(): string {
  const server = (moment: Moment) => `
    server {
      listen 127.0.0.1:${ports[moment]} ssl;
      ssl_certificate ${file("good.pem")};
      ssl_certificate_key ${file("good.key")};
      ssl_verify_client on;
      ssl_verify_depth 3;
      ssl_client_certificate ${file("root.pem")};
      ssl_crl ${file(`${moment}.pem`)};
      error_page 495 496 = @refused;
      location / { return 200 $ssl_client_verify; }
      location @refused { return 400 $ssl_client_verify; }
    }`;
  return nginxConfig(file, moments.map(server).join(""));
}
