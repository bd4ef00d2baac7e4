import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../examples/", import.meta.url).pathname;
const bin = new URL("../../node_modules/.bin/", import.meta.url).pathname;

/** How each example is run by the people that it is for. */
const commands: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "node-test": [process.execPath, "--test"],
  vitest: [process.execPath, `${bin}vitest`, "run"],
  jest: [process.execPath, "--experimental-vm-modules", `${bin}jest`],
};

describe("examples", () => {
  it("are all run", () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(commands).sort());
  });

  it.each(Object.entries(commands))("%s passes", (name, [command, ...args]) => {
    const { VITEST, NODE_TEST_CONTEXT, ...env } = process.env;
    const output = execFileSync(command, args, { cwd: folder + name, env, encoding: "utf8", stdio: "pipe" });
    expect(output).not.toMatch(/\b0 pass/);
  });
});
