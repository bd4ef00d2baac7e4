import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const cwd = tempFolder();

it.each(["127.0.0.1:99999", ":443", "localhost:0", "[]:443"])("says that %s is no server", async (argument) => {
  for (const command of ["verify", "inspect"]) {
    const { status, stderr } = await runCli([command, argument], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain(`${argument} is neither a file nor a server`);
  }
});

it("takes a file that is called so for a file", async () => {
  writeFileSync(join(cwd, "a:0"), "");
  expect((await runCli(["inspect", "a:0"], { cwd })).stderr).not.toContain("nor a server");
});
