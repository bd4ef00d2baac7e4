import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect } from "vitest";
import { freePort } from "../../interop/free-port.ts";

/** Starts the server that the README of this folder shows, and calls it with OpenSSL and curl as it says; then what is mended. */
export async function tryReadme(folder: string): Promise<void> {
  const port = await freePort();
  const readme = readFileSync(join(folder, "README.md"), "utf8").replaceAll("8443", `${port}`);
  const [broken, mended] = [...readme.matchAll(/^openssl s_server .*$/gm)].map(([line]) => line);
  await whileServing(broken, folder, port, async () => {
    for (const { command, prints } of refusals(readme)) {
      const { output } = await run(command, folder);
      const seen = prints.filter((parts) => parts.every((part) => output.includes(part)));
      expect(seen, `${command}\n${output}`).not.toEqual([]);
    }
  });
  const good = join(folder, "good");
  const [, call = ""] = /```sh\n(curl .*)\n```\n$/.exec(readme) ?? [];
  await whileServing(mended, good, port, async () => {
    const { status, output } = await run(call, good);
    expect(status, `${call}\n${output}`).toBe(0);
  });
}

/** The calls that are refused, and the texts, in their parts, of which each prints one. */
function refusals(readme: string): readonly { readonly command: string; readonly prints: readonly string[][] }[] {
  const shown = readme.matchAll(/^```sh\n((?:openssl s_client|curl) [^`]*)\n```\n\nIt refuses: (.*)\.$/gm);
  return [...shown].map(([, command = "", texts = ""]) => ({
    command,
    prints: [...texts.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text.split(" … ")),
  }));
}

async function whileServing(
  command: string | undefined,
  folder: string,
  port: number,
  act: () => Promise<void>,
): Promise<void> {
  const server = spawn("sh", ["-c", `exec ${command}`], { cwd: folder, stdio: "ignore" });
  try {
    await untilListening(server, port);
    await act();
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
