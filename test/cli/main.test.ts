import { describe, expect, it } from "vitest";
import { version } from "../../src/cli/version.ts";
import { runCli, spawnCli } from "./run-cli.ts";

describe("rootcause", () => {
  it("prints its version", async () => {
    expect(await runCli(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("shows help where nothing is asked, with the commands of the table", async () => {
    const { status, stdout } = await runCli([]);
    expect(status).toBe(0);
    expect(stdout).toContain("completion <shell>");
    expect((await runCli(["--help"])).stdout).toBe(stdout);
  });

  it("shows the help of one command with its options and examples", async () => {
    const { stdout } = await runCli(["completion", "--help"]);
    expect(stdout).toMatch(/Usage: rootcause completion/);
    expect(stdout).toContain("--no-color");
    expect(stdout).toContain('eval "$(rootcause completion bash)"');
    expect((await runCli(["help", "completion"])).stdout).toBe(stdout);
  });

  it.each([
    [["complete"], "unknown command 'complete'", "Did you mean completion?"],
    [["completion", "bash", "--jsn"], "unknown option '--jsn'", "Did you mean --json?"],
    [["completion"], "missing required argument 'shell'", "`rootcause completion --help` shows what it takes"],
    [
      ["completion", "tcsh"],
      "'tcsh' is invalid for argument 'shell'",
      "`rootcause completion --help` shows what it takes",
    ],
    [["completion", "bash", "zsh"], "too many arguments", "`rootcause completion --help` shows what it takes"],
    [["lab", "show"], "missing required argument 'id'", "`rootcause lab show --help` shows what it takes"],
    [
      ["ocsp", "serve", "--port", "99999"],
      "a whole number up to 65535",
      "`rootcause ocsp serve --help` shows what it takes",
    ],
    [
      ["lab", "serve", "--port", "65536"],
      "a whole number up to 65535",
      "`rootcause lab serve --help` shows what it takes",
    ],
    [["--store"], "option '--store <dir>' argument missing", "`rootcause --help` shows what it takes"],
  ])("refuses %j with status 2, the problem and the next step", async (args, problem, hint) => {
    const { status, stdout, stderr } = await runCli(args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    const [first, second] = stderr.split("\n");
    expect(first).toMatch(/^rootcause: error: /);
    expect(first).toContain(problem);
    expect(second).toBe(`rootcause: hint: ${hint}`);
  });

  it("says an error as one JSON value too, when asked", async () => {
    const { status, stdout, stderr } = await runCli(["complete", "--json"]);
    expect(status).toBe(2);
    expect(stderr).toContain("rootcause: error: unknown command");
    expect(JSON.parse(stdout)).toEqual({
      error: { code: "ERR_USAGE", message: "unknown command 'complete'", hint: "Did you mean completion?" },
    });
  });

  it("takes the global options before and after the command", async () => {
    const before = await runCli(["--json", "completion", "bash"]);
    expect(JSON.parse(before.stdout)).toHaveProperty("script");
    expect(await runCli(["completion", "bash", "--json"])).toEqual(before);
  });

  it("colours a terminal, and not when told otherwise", async () => {
    const colour = "\u001b[";
    expect((await runCli(["complete"], { tty: true })).stderr).toContain(colour);
    expect((await runCli(["complete", "--no-color"], { tty: true })).stderr).not.toContain(colour);
    expect((await runCli(["complete"], { tty: true, env: { NO_COLOR: "1" } })).stderr).not.toContain(colour);
    expect((await runCli(["complete"], { tty: true, env: { TERM: "dumb" } })).stderr).not.toContain(colour);
    expect((await runCli(["complete"])).stderr).not.toContain(colour);
    expect((await runCli(["complete"], { env: { FORCE_COLOR: "1" } })).stderr).toContain(colour);
  });
});

describe("bin/rootcause.js", () => {
  it("does the same as a program", async () => {
    for (const args of [["--version"], [], ["complete"], ["completion", "fish", "--json"]]) {
      expect(spawnCli(args)).toEqual(await runCli(args));
    }
  });
});
