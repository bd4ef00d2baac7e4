import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../../src/faults/catalogue.ts";
import { hasFiles } from "../../../src/lab/make/fault-folder.ts";
import { runCli } from "../../cli/run-cli.ts";
import { tempFolder } from "../../cli/temp-folder.ts";

const now = tempFolder();
const later = tempFolder();
const timely = ["expired-leaf", "clock-wrong", "revoked-crl", "client-expired"];

beforeAll(async () => {
  for (const options of [
    ["--all", "--out", now],
    [...timely, "--out", later, "--at", "2035-01-01"],
  ]) {
    const { status, stderr } = await runCli(["lab", "make", ...options]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }
});

const made = [
  ...faults.filter(hasFiles).map(({ id, raises }) => ({ id, raises, out: now, when: "now" })),
  ...timely.map((id) => ({ id, raises: [], out: later, when: "another time" })),
];

describe.each(made)("the README of $id, made for $when,", ({ id, raises, out }) => {
  const read = () => readFileSync(join(out, id, "README.md"), "utf8");

  it("shows what it says that rootcause and openssl print", async () => {
    const shown = [
      ...read().matchAll(/^```sh\n((?:rootcause|openssl) (?:verify|inspect) .*)\n```\n\nIt prints `(.*)`\.$/gm),
    ];
    if (raises.length > 0 && !onlyLive.includes(id)) expect(shown.length).toBeGreaterThan(0);
    for (const [, command = "", prints] of shown) {
      const { output } = await run(command, join(out, id));
      expect(output).toContain(prints);
    }
  });

  it("shows that they accept what is mended", async () => {
    const [, block = ""] = /```sh\ncd good\n([^`]*)```/.exec(read()) ?? [];
    const commands = block.split("\n").filter((line) => line.includes(" verify "));
    for (const command of commands) {
      const { status, output } = await run(command, join(out, id, "good"));
      expect(status, `${command}\n${output}`).toBe(0);
    }
  });
});

/** What shows only in a handshake. */
const onlyLive: readonly string[] = ["ocsp-nonce-mismatch"];

async function run(command: string, cwd: string): Promise<{ status: number; output: string }> {
  if (command.startsWith("rootcause ")) {
    const { status, stdout, stderr } = await runCli(command.split(" ").slice(1), { cwd });
    return { status, output: stdout + stderr };
  }
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
  return { status: status ?? -1, output: stdout + stderr };
}
