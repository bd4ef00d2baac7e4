import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Command, optionFlag } from "../../src/cli/command.ts";
import { commands, globalOptions } from "../../src/cli/commands.ts";
import { readSources, root } from "./sources.ts";

const table: readonly Command[] = commands;

/** `rootcause …` as messages, hints and help write it; the backticks are escaped inside a template. A computed name tells nothing. */
const NAMED = /`rootcause ([^`\\$][^`\\]*)\\?`/g;

/** Every command line that a source names, word by word. */
const named = readSources().flatMap(({ path }) =>
  [...readFileSync(join(root, path), "utf8").matchAll(NAMED)].map(([, line = ""]) => ({
    path,
    words: line.split(" "),
  })),
);

function commandOf([first = "", second = ""]: readonly string[]): Command | undefined {
  return table.find(({ name }) => name === `${first} ${second}`) ?? table.find(({ name }) => name === first);
}

it("every command that a message names is there", () => {
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ words }) => commandOf(words) === undefined)).toEqual([]);
});

it("every option that a message gives a command is one of its options", () => {
  const unknown = named.filter(({ words }) => {
    const options = { ...globalOptions, ...commandOf(words)?.options };
    const known = [...Object.keys(options).map(optionFlag), "--help"];
    return words.some((word) => word.startsWith("--") && !known.includes(word));
  });
  expect(unknown).toEqual([]);
});
