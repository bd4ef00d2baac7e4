import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFault } from "../../.ci/new-fault.ts";
import { tempFolder } from "../cli/temp-folder.ts";
import { root } from "../house/sources.ts";

const bin = (name: string) => join(root, "node_modules/.bin", name);

/** A copy of what the command touches and of what its types need. */
function copy(): string {
  const folder = tempFolder();
  for (const name of ["src", "tsconfig.json", "biome.json", "package.json"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, ".ci"));
  for (const name of ["new.ts", "new-fault.ts"]) cpSync(join(root, ".ci", name), join(folder, ".ci", name));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

function run(cwd: string, program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("npm run new -- fault", { timeout: 60_000 }, () => {
  const folder = copy();
  const command = (...args: readonly string[]) => run(folder, bin("tsx"), ".ci/new.ts", "fault", ...args);

  it("writes a fault that compiles, is formatted and stands in its group, and says what comes next", () => {
    const { status, stdout, stderr } = command("my-own-fault", "--group", "names");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("src/faults/names/my-own-fault.ts");
    expect(stdout).toContain("rootcause lab serve my-own-fault");
    const index = readFileSync(join(folder, "src/faults/names/index.ts"), "utf8");
    expect(index).toMatch(
      /ipNoIpSan \} from .*\nimport \{ myOwnFault \} from "\.\/my-own-fault\.ts";\nimport \{ ncExcluded/,
    );
    expect(index).toMatch(/ {2}myOwnFault,\n\];\n$/);
    expect(run(folder, bin("biome"), "check", "src/faults/names")).toMatchObject({ status: 0 });
    expect(run(folder, bin("tsc"), "-p", "tsconfig.json").stdout).toBe("");
  });

  it.each([
    ["an id that is there", "wrong-host", "names", "wrong-host is there already"],
    ["an id that is there in another group", "wrong-host", "time", "src/faults/names/wrong-host.ts"],
    ["an id of one word", "fault", "names", "is no id"],
    ["an id that leads elsewhere", "../my-fault", "names", "is no id"],
    ["an unknown group", "my-fault", "weather", "there is no group"],
    ["a folder that is no group", "my-fault", "build", "there is no group"],
  ])("refuses %s", (_, id, group, message) => {
    const files = () => readdirSync(join(folder, "src/faults"), { recursive: true });
    const before = files();
    expect(() => newFault(folder, id, group)).toThrowError(message);
    expect(files()).toEqual(before);
  });

  it("says how it is called", () => {
    expect(command("my-fault")).toMatchObject({ status: 2, stderr: expect.stringContaining("usage: npm run new") });
  });
});
