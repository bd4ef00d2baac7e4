import { type Argument, type Command, type Option, optionFlag } from "../src/cli/command.ts";
import { commands, globalOptions } from "../src/cli/commands.ts";
import { code, page, table } from "./markdown.ts";

/** docs/cli.md: every command as `--help` has it. */
export function cliPage(): string {
  const all: readonly Command[] = commands;
  const sections = [...new Set(all.map(({ section }) => section))];
  return page(
    "The command line",
    "src/cli/commands.ts",
    "`rootcause <command>`. stdout is data, stderr is talk; with `--json` stdout is one JSON value, or JSON lines where it says so.",
    table(
      ["exit status", "means"],
      [
        ["0", "done, nothing found"],
        ["1", "findings: a chain that fails, a fault found"],
        ["2", "usage or bad input"],
        ["3", "a failure of ours: the store, the disk, a lock"],
        ["4", "the network"],
        ["5", "refused by policy"],
      ],
    ),
    "## Options of every command",
    optionTable(globalOptions),
    ...sections.flatMap((section) => [
      `## ${section}`,
      ...all.filter((command) => command.section === section).flatMap(commandParts),
    ]),
  );
}

function commandParts(command: Command): string[] {
  const { name, summary, options, examples } = command;
  return [
    `### ${name}`,
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    ["```", `rootcause ${[name, ...Object.entries(command.arguments).map(argumentUsage)].join(" ")}`, "```"].join("\n"),
    table(["argument", ""], Object.entries(command.arguments).map(argumentRow)),
    optionTable(options),
    examples.length === 0
      ? ""
      : ["```sh", ...examples.map(({ line, text }) => `${line}   # ${text}`), "```"].join("\n"),
    ...(command.notes ?? []),
  ];
}

function argumentUsage([name, { optional, many }]: [string, Argument]): string {
  const shown = `${name.toUpperCase()}${many ? "…" : ""}`;
  return optional ? `[${shown}]` : shown;
}

function argumentRow([name, { text, choices }]: [string, Argument]): string[] {
  return [name.toUpperCase(), withChoices(text, choices)];
}

function optionTable(options: Readonly<Record<string, Option>>): string {
  return table(["option", "", "default"], Object.entries(options).map(optionRow));
}

function optionRow([name, option]: [string, Option]): string[] {
  const { text, short, value, many, choices } = option;
  const flags = [short && `-${short}`, optionFlag(name)].filter((flag) => flag !== undefined && flag !== "").join(", ");
  const repeated = many ? "; may be repeated" : "";
  return [
    code(value === undefined ? flags : `${flags} <${value}>`),
    `${withChoices(text, choices)}${repeated}`,
    option.default === undefined ? "" : code(String(option.default)),
  ];
}

function withChoices(text: string, choices: readonly string[] | undefined): string {
  return choices === undefined ? text : `${text}: ${choices.map(code).join(", ")}`;
}
