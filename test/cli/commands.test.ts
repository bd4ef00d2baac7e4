import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { commands, globalOptions, groups } from "../../src/cli/commands.ts";
import { version } from "../../src/cli/version.ts";
import { root } from "../house/sources.ts";

const table: readonly Command[] = commands;

describe("the command table", () => {
  it.each(table)("$name: names do not clash, sentences are sentences, examples call it", (command) => {
    const names = [...Object.keys(command.arguments), ...Object.keys(command.options), ...Object.keys(globalOptions)];
    expect(new Set(names).size).toBe(names.length);
    const texts = [
      command.summary,
      ...[command.arguments, command.options].flatMap((rows) => Object.values(rows).map(({ text }) => text)),
    ];
    for (const text of texts) expect(text).toMatch(/^[a-z0-9A-Z].*[^.\s]$/);
    for (const { line, text } of command.examples) {
      expect(line).toContain(`rootcause ${command.name}`);
      expect(text).not.toBe("");
    }
  });

  it.each(table)("$name: its module runs", async ({ load }) => {
    expect((await load()).run).toBeTypeOf("function");
  });

  it("gives every group a command and every pair of words a group", () => {
    const used = new Set(table.filter(({ name }) => name.includes(" ")).map(({ name }) => name.split(" ")[0]));
    expect([...used].sort()).toEqual(Object.keys(groups).sort());
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  });

  it("has the version of the package", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(version).toBe(manifest.version);
  });
});
