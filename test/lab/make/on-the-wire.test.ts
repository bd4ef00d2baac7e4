import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../cli/run-cli.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { freePort } from "../../interop/free-port.ts";

const out = tempFolder();

/** Of each kind one: chain, name, weak key, CRL, client certificates that are bad and missing. */
const ids = ["missing-intermediate", "ip-no-ip-san", "rsa1024-leaf", "revoked-crl", "client-expired", "client-revoked"];

beforeAll(async () => {
  expect(await runCli(["lab", "make", ...ids, "--out", out])).toMatchObject({ status: 0 });
});

describe.each(ids)("the README of %s", (id) => {
  it("shows a server and how OpenSSL and curl refuse it, and accept what is mended", { timeout: 30_000 }, async () => {
    const port = await freePort();
    const readme = readFileSync(join(out, id, "README.md"), "utf8").replaceAll("8443", `${port}`);
    const servers = [...readme.matchAll(/^openssl s_server .*$/gm)].map(([line]) => line);
    const clients = [...readme.matchAll(/^```sh\n((?:openssl s_client|curl) [^`]*)\n```\n\nIt refuses: (.*)\.$/gm)];
    expect(servers).toHaveLength(2);
    expect(clients).toHaveLength(2);
    await whileServing(servers[0], join(out, id), port, async (folder) => {
      for (const [, command = "", texts = ""] of clients) {
        const { output } = await run(command, folder);
        const known = [...texts.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
        expect(
          known.filter((text) => output.includes(text)),
          `${command}\n${output}`,
        ).not.toEqual([]);
      }
    });
    await whileServing(servers[1], join(out, id, "good"), port, async (folder) => {
      for (const [, command = ""] of clients) {
        const { status, output } = await run(command, folder);
        expect(status, `${command}\n${output}`).toBe(0);
      }
    });
  });
});

async function whileServing(
  command: string | undefined,
  folder: string,
  port: number,
  act: (folder: string) => Promise<void>,
): Promise<void> {
  const server = spawn("sh", ["-c", `exec ${command}`], { cwd: folder, stdio: "ignore" });
  try {
    await untilListening(server, port);
    await act(folder);
  } finally {
    server.kill();
    await once(server, "exit");
  }
}

async function untilListening(server: ChildProcess, port: number): Promise<void> {
  while (server.exitCode === null) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise((resolve) =>
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false)),
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the server ended with status ${server.exitCode}`);
}

function run(command: string, cwd: string): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    execFile("sh", ["-c", command], { cwd, timeout: 10_000 }, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}
