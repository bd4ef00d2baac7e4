import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { watch } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import type { LabReport } from "../../../src/cli/lab/lab-report.ts";
import { faults } from "../../../src/faults/catalogue.ts";
import { root } from "../../house/sources.ts";
import { isMissing, runClient } from "../../tls/run-client.ts";
import { runCli } from "../run-cli.ts";
import { tempFolder } from "../temp-folder.ts";

const READY = "ready.json";

interface Process {
  readonly child: ChildProcess;
  readonly ready: LabReport;
  readonly stdout: Promise<string>;
  readonly stderr: Promise<string>;
}

let running: ChildProcess | undefined;
/** Also where a test fails before it comes to the end of its lab. */
afterEach(() => void running?.kill());

/** Runs `lab serve` until it says that it is ready. */
async function serve(cwd: string, ...args: readonly string[]): Promise<Process> {
  const watcher = watch(cwd);
  const command = [join(root, "bin/rootcause.js"), "lab", "serve", "--ready-file", READY, ...args];
  const child = spawn(process.execPath, command, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  running = child;
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  for await (const { filename } of watcher) if (filename === READY) break;
  return { child, ready: JSON.parse(readFileSync(join(cwd, READY), "utf8")), stdout, stderr };
}

async function end({ child }: Process, signal: "SIGINT" | "SIGTERM"): Promise<readonly unknown[]> {
  child.kill(signal);
  return once(child, "exit");
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.once("error", () => resolve(false)).once("connect", () => socket.destroy());
  });

it("serves every fault until SIGTERM, says so in a file, and leaves nothing behind", async () => {
  const served = await serve(tempFolder(), "--all");
  const { ready } = served;
  expect(ready.failed).toEqual([]);
  expect(ready.faults.map(({ id }) => id)).toEqual(faults.map(({ id }) => id));
  expect(await (await fetch(ready.site)).text()).toContain("expired-leaf");
  expect(ready.faults.map(({ trust }) => existsSync(trust))).not.toContain(false);
  expect(await end(served, "SIGTERM")).toEqual([0, null]);
  expect(await served.stderr).toBe("");
  expect(await served.stdout).toMatch(
    /^ {2}page {2}http.*\n {2}root {2}.*\n {2}try {3}curl --cacert .*\n\nfault +what to call +curl says\n/,
  );
  const ports = [
    Number(new URL(ready.site).port),
    ...ready.faults.map(({ port }) => port).filter((port) => port !== 443),
  ];
  expect(await Promise.all(ports.map(isOpen))).not.toContain(true);
  expect(existsSync(dirname(ready.root))).toBe(false);
});

it.skipIf(isMissing("curl"))("says how to call each fault with curl, and what curl will say", async () => {
  const ids = ["expired-leaf", "wrong-host", "client-unknown-ca", "plain-http", "no-shared-group"];
  const served = await serve(tempFolder(), ...ids);
  for (const { command, says } of served.ready.faults) {
    const [program = "", ...args] = command.split(" ");
    expect((await runClient(program, args)).output).toContain(says);
  }
  await end(served, "SIGINT");
});

it("keeps the files where it is told, prints as JSON what it writes, and warns when others are let in", async () => {
  const folder = tempFolder();
  const served = await serve(folder, "client-expired", "--out", "files", "--json", "--host", "0.0.0.0");
  expect(await end(served, "SIGINT")).toEqual([0, null]);
  expect(JSON.parse(await served.stdout)).toEqual(served.ready);
  expect(await served.stderr).toMatch(/^rootcause: others can reach these servers/);
  const [report] = served.ready.faults;
  expect(report).toMatchObject({
    host: "client-expired.lab.localhost",
    trust: join(folder, "files/client-expired/trust.pem"),
    client: { certificate: join(folder, "files/client-expired/client.pem") },
  });
  expect(statSync(report?.client?.key ?? "").mode & 0o777).toBe(0o600);
  expect(existsSync(join(folder, "files/root.pem"))).toBe(true);
});

it("writes into no folder that it did not make", async () => {
  const cwd = tempFolder({ "root.pem": "somebody else's" });
  const { status, stderr } = await runCli(["lab", "serve", "expired-leaf", "--out", "."], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("is not empty, and the lab did not make it");
});

it("names what was perhaps meant", async () => {
  const { status, stderr } = await runCli(["lab", "serve", "mising-intermediat"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/there is no fault mising-intermediat\n.*hint: perhaps missing-intermediate, /);
});
