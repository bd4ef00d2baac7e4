import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { optionFlag } from "../../src/cli/command.ts";
import { commands, globalOptions, groups } from "../../src/cli/commands.ts";
import { completionScript, type Shell } from "../../src/cli/completion/script.ts";

/** What bash offers after these words, asked of bash itself. */
function bashOffers(...words: readonly string[]): string[] {
  const script = `${completionScript("bash")}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rootcause 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", script, "bash", ...words], { encoding: "utf8" })
    .split("\n")
    .filter(Boolean);
}

describe("completion", () => {
  it("offers in bash the commands, the groups and the global options", () => {
    const first = [...commands.map(({ name }) => name.split(" ")[0]), ...Object.keys(groups)];
    const options = Object.keys(globalOptions).map(optionFlag);
    expect(new Set(bashOffers("rootcause", ""))).toEqual(new Set([...first, ...options]));
  });

  it("offers in bash what follows a command and what it starts with", () => {
    expect(bashOffers("rootcause", "comp")).toEqual(["completion"]);
    expect(bashOffers("rootcause", "completion", "z")).toEqual(["zsh"]);
    expect(bashOffers("rootcause", "--json", "completion", "--q")).toEqual(["--quiet"]);
    expect(bashOffers("rootcause", "--store", "sr")).toEqual(["src"]);
  });

  const shells: readonly Shell[] = ["bash", "zsh", "fish"];
  for (const shell of shells) {
    it.skipIf(spawnSync(shell, ["--version"]).error)(
      `is a ${shell} script that parses (where ${shell} is installed)`,
      () => {
        const file = join(mkdtempSync(join(tmpdir(), "rootcause-")), "completion");
        writeFileSync(file, completionScript(shell));
        expect(execFileSync(shell, ["-n", file], { encoding: "utf8" })).toBe("");
      },
    );
  }
});
