import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtinProfileNames } from "../../src/profile/builtin-profiles.ts";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const cwd = tempFolder();

describe("profile", () => {
  it("lists the built-in profiles", async () => {
    const { stdout } = await runCli(["profile", "list", "--json"]);
    expect((JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)).toEqual(builtinProfileNames);
    const text = await runCli(["profile", "list"]);
    for (const name of builtinProfileNames) expect(text.stdout).toMatch(new RegExp(`^${name} `, "m"));
  });

  it.each(builtinProfileNames)("shows %s as a template that passes its own check", async (name) => {
    const { status, stdout } = await runCli(["profile", "show", name]);
    expect(status).toBe(0);
    writeFileSync(join(cwd, `${name}.yaml`), stdout);
    const checked = await runCli(["profile", "check", `${name}.yaml`], { cwd });
    expect(checked).toMatchObject({ status: 0, stderr: "" });
    expect(checked.stdout).toContain(`the profile "${name}"`);
    expect((await runCli(["profile", "show", `./${name}.yaml`], { cwd })).stdout).toBe(stdout);
  });

  it("says what is wrong with a template and on which line", async () => {
    writeFileSync(join(cwd, "bad.yaml"), "name: mine\nkind: leaf\nbogus: 3\n");
    const { status, stderr } = await runCli(["profile", "check", "bad.yaml"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/line 2: kind/);
    expect(stderr).toMatch(/line 3: bogus/);
  });

  it("names the nearest of a mistyped profile", async () => {
    const { status, stderr } = await runCli(["profile", "show", "tls-servr"]);
    expect(status).toBe(2);
    expect(stderr).toContain('the nearest is "tls-server"');
  });
});
