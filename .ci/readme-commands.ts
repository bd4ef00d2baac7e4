import type { Command } from "../src/cli/command.ts";
import { commands } from "../src/cli/commands.ts";
import { code, table } from "./markdown.ts";

const BEGIN = "<!-- commands: written by `npm run docs` -->";
const END = "<!-- end of commands -->";

/** The README with its table of commands as the command table has them. */
export function withCommands(readme: string): string {
  const [before, rest] = readme.split(BEGIN);
  const [, after] = (rest ?? "").split(END);
  if (rest === undefined || after === undefined) throw new Error(`README.md lacks ${BEGIN} or ${END}`);
  const all: readonly Command[] = commands;
  const rows = all.map(({ name, summary }) => [code(name), summary]);
  return `${before}${BEGIN}\n\n${table(["command", ""], rows)}\n\n${END}${after}`;
}
