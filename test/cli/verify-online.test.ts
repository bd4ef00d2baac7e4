import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createServer, type Server, type TlsOptions } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VerifyResult } from "../../src/verify/result.ts";
import { nobody } from "../revocation/fetch/loopback.ts";
import { type Serving, serve } from "./ocsp/serving.ts";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const cwd = tempFolder();
let url: string;

async function run(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(args, { cwd });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

async function verdict(...args: string[]) {
  const { status, stdout } = await runCli(["verify", "--json", "--trust", "good/root.pem", ...args], { cwd });
  const result: VerifyResult & { server?: object } = JSON.parse(stdout);
  const codes = result.findings.map(({ code, severity, index }) => `${severity} ${code} ${index}`);
  return { ...result, status, codes };
}

beforeAll(async () => {
  url = await nobody();
  await run("init", "Acme", "--url", url);
  await run("issue", "localhost", "127.0.0.1", "--out", "good");
  await run("issue", "localhost", "--out", "gone");
  await run("revoke", "gone/cert.pem", "--reason", "keyCompromise");
});

describe("a file", () => {
  it("is judged without a word to anybody, unless that is asked for", async () => {
    expect(await verdict("good/fullchain.pem", "--name", "localhost")).toMatchObject({
      codes: [],
      skipped: ["revocation: no CRL or OCSP source given"],
    });
    expect((await verdict("good/fullchain.pem", "--revocation", "require", "--offline")).codes).toEqual([
      "error crl-missing 0",
      "error crl-missing 1",
    ]);
  });

  it("is told of what cannot be learnt while nobody answers", async () => {
    const preferred = await verdict("good/fullchain.pem", "--revocation", "prefer");
    expect(preferred).toMatchObject({ status: 0, valid: true });
    expect(preferred.findings.map(({ message }) => message)).toEqual([
      `${url}/ocsp refuses the connection`,
      `${url}/ocsp refuses the connection`,
      expect.stringMatching(/^http:.*\.crl refuses the connection$/),
      expect.stringMatching(/^http:.*\.crl refuses the connection$/),
    ]);
    const { stdout } = await runCli(["verify", "good/fullchain.pem", "--revocation", "prefer"], { cwd });
    expect(stdout.match(/! ocsp-try-later: http/g)).toHaveLength(2);
    const required = await verdict("good/fullchain.pem", "--revocation", "require");
    expect(required).toMatchObject({ status: 1, valid: false });
    expect(required.codes).toContain("error ocsp-try-later 0");
  });
});

describe("what the certificates name", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve(cwd, ["--port", new URL(url).port]);
    return () => serving.end("SIGTERM");
  });

  it("tells good from revoked", async () => {
    expect(await verdict("good/fullchain.pem", "--revocation", "require")).toMatchObject({ status: 0, codes: [] });
    expect(await verdict("gone/fullchain.pem", "--revocation", "prefer")).toMatchObject({
      status: 1,
      codes: ["error revoked-ocsp 0"],
    });
  });

  it("is a CRL where no responder tells, and then that is told too", async () => {
    const elsewhere = tempFolder();
    const base = await nobody();
    const json = async (...args: readonly string[]) =>
      JSON.parse((await runCli([...args, "--json"], { cwd: elsewhere })).stdout);
    await json("init", "Lists", "--url", base, "--crl-shards", "4", "--delta-crls");
    await json("issue", "localhost", "--out", "good");
    await json("issue", "localhost", "--out", "gone");
    await json("crl", "--all");
    await json("revoke", "gone/cert.pem");
    const root = (await json("ca", "list")).find(({ kind }: { kind: string }) => kind === "root").name;
    const { end } = await serve(elsewhere, ["--port", new URL(base).port, "--ca", root]);
    try {
      const judged = (name: string) =>
        json("verify", `${name}/fullchain.pem`, "--trust", "good/root.pem", "--revocation", "require");
      expect(await judged("good")).toMatchObject({
        valid: true,
        findings: [
          { code: "ocsp-try-later", severity: "notice", index: 0, message: expect.stringContaining("unauthorized") },
        ],
      });
      expect((await judged("gone")).findings[0]).toMatchObject({ code: "revoked-crl", severity: "error", index: 0 });
    } finally {
      await end("SIGTERM");
    }
  });

  it("is not asked about another time than now", async () => {
    const later = new Date(Date.now() + 86_400_000).toISOString();
    expect((await verdict("gone/fullchain.pem", "--revocation", "prefer", "--at", later)).skipped).toContain(
      "revocation: no CRL or OCSP source given",
    );
  });

  it("brings the issuer that the server forgot", async () => {
    expect((await verdict("good/cert.pem")).codes[0]).toBe("error missing-intermediate 0");
    const chased = await verdict("good/cert.pem", "--aia");
    expect({ status: chased.status, from: chased.path.map(({ from }) => from) }).toEqual({
      status: 0,
      from: ["sent", "aia", "trust"],
    });
  });
});

describe("a server", () => {
  const servers: Server[] = [];
  afterAll(() => servers.map((server) => server.close()));

  const file = (name: string) => readFileSync(join(cwd, name));

  /** @param staple the OCSP response that it staples */
  async function listen(options: TlsOptions, staple?: Buffer): Promise<string> {
    const server = createServer(options, (socket) => socket.end()).listen(0, "127.0.0.1");
    server.on("OCSPRequest", (_certificate, _issuer, answer) => answer(null, staple ?? Buffer.alloc(0)));
    server.on("tlsClientError", () => undefined);
    servers.push(server);
    await once(server, "listening");
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const good = () => ({ cert: file("good/fullchain.pem"), key: file("good/key.pem") });
  const gone = () => ({ cert: file("gone/fullchain.pem"), key: file("gone/key.pem") });

  it("is judged by the chain that it sends, for the name that was asked for", async () => {
    const address = await listen(good());
    expect(await verdict(address, "--offline")).toMatchObject({
      status: 0,
      codes: [],
      path: [{ from: "sent" }, { from: "sent" }, { from: "trust" }],
      server: { address, protocol: "TLSv1.3", stapled: false },
    });
    expect((await verdict(address, "--offline", "--name", "example.org")).codes).toEqual(["error wrong-host 0"]);
    const incomplete = await listen({ ...good(), cert: file("good/cert.pem") });
    expect((await verdict(incomplete, "--offline")).codes).toEqual(["error missing-intermediate 0"]);
    const { stdout } = await runCli(["verify", address, "--trust", "good/root.pem", "--offline"], { cwd });
    expect(stdout).toMatch(
      /^✓ valid: 3 certificates.*\n {2}127\.0\.0\.1:\d+: TLSv1\.3, TLS_AES_\w+, nothing stapled\n/,
    );
  });

  it("is judged by the response that it staples", async () => {
    const request = ["-issuer", "good/chain.pem", "-cert", "gone/cert.pem", "-no_nonce", "-reqout", "q.der"];
    execFileSync("openssl", ["ocsp", ...request], { cwd, stdio: "pipe" });
    await run("ocsp", "respond", "q.der", "--out", "gone.der");
    const address = await listen(gone(), file("gone.der"));
    expect(await verdict(address, "--offline", "--name", "localhost")).toMatchObject({
      codes: expect.arrayContaining(["error revoked-ocsp 0"]),
      server: { serverName: "localhost", stapled: true },
    });
  });

  it("that promises a staple is told when it forgets", async () => {
    const profile = (await run("profile", "show", "tls-server")).replace(
      "tlsFeature: []",
      "tlsFeature: [statusRequest]",
    );
    writeFileSync(join(cwd, "must-staple.yaml"), profile);
    await run("issue", "localhost", "--profile", "must-staple.yaml", "--out", "promise");
    const request = ["-issuer", "promise/chain.pem", "-cert", "promise/cert.pem", "-no_nonce", "-reqout", "p.der"];
    execFileSync("openssl", ["ocsp", ...request], { cwd, stdio: "pipe" });
    await run("ocsp", "respond", "p.der", "--out", "promise.der");
    const identity = { cert: file("promise/fullchain.pem"), key: file("promise/key.pem") };
    const judged = async (staple?: Buffer) =>
      (await verdict(await listen(identity, staple), "--offline", "--name", "localhost")).codes;
    expect(await judged()).toEqual(["warning must-staple-no-staple 0"]);
    expect(await judged(file("promise.der"))).toEqual(["notice crl-missing 1"]);
  });

  it("is asked about where its certificates say, unless that is forbidden", async () => {
    const address = await listen(gone());
    expect((await verdict(address, "--name", "localhost")).codes).toContain("warning ocsp-try-later 0");
    const serving = await serve(cwd, ["--port", new URL(url).port]);
    try {
      expect((await verdict(address, "--name", "localhost")).codes).toEqual(["error revoked-ocsp 0"]);
      expect((await verdict(address, "--name", "localhost", "--revocation", "off")).codes).toEqual([]);
    } finally {
      await serving.end("SIGTERM");
    }
  });

  it("is inspected as it sends", async () => {
    const address = await listen({
      ...good(),
      cert: Buffer.concat([file("good/fullchain.pem"), file("good/root.pem")]),
    });
    const { items } = JSON.parse(await run("inspect", address, "--json"));
    expect(items.map(({ kind, file: from }: { kind: string; file: string }) => [kind, from])).toEqual(
      Array(3).fill(["certificate", address]),
    );
  });

  it("that is not there is a failure of the network, with the name of the fault", async () => {
    const address = (await nobody()).slice("http://".length);
    const { status, stdout, stderr } = await runCli(["verify", address, "--json"], { cwd });
    expect({ status, error: JSON.parse(stdout).error }).toEqual({
      status: 4,
      error: {
        code: "ERR_HOST_FAULT",
        message: `${address}: nobody listens there (connection-refused)`,
        hint: "`rootcause explain connection-refused` says what may be behind it and what to do",
        fault: "connection-refused",
      },
    });
    expect(stderr).toContain("rootcause: hint: `rootcause explain connection-refused`");
  });
});
