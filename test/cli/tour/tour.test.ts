import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../run-cli.ts";
import { tempFolder } from "../temp-folder.ts";

describe("tour", () => {
  const cwd = tempFolder();

  it("makes a CA where there is none, and shows what each side saw", async () => {
    const { status, stdout, stderr } = await runCli(["tour"], { cwd, env: { PATH: process.env.PATH ?? "" } });
    expect(status, stderr).toBe(0);
    expect(existsSync(join(cwd, "ca-store", "store.json"))).toBe(true);
    expect(stdout).toContain("refused: peer did not return a certificate");
    expect(stdout).toContain("hello alice@example.test");
    expect(stdout).toContain("untrusted-root-not-sent");
  });

  it("uses the CA that is there, and says the same to machines", async () => {
    const { status, stdout } = await runCli(["tour", "--json"], { cwd });
    const { scenes, stranger } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(scenes.slice(0, 3).map(({ accepted }: { accepted: boolean }) => accepted)).toEqual([false, false, true]);
    expect(stranger).toMatchObject({ valid: false, findings: [{ code: "untrusted-root-not-sent" }] });
  });
});
