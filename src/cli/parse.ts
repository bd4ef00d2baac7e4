import {
  Argument as ArgumentParser,
  type CommanderError,
  Command as CommandParser,
  InvalidArgumentError,
  Option as OptionParser,
} from "commander";
import { PkiError } from "../errors/pki-error.ts";
import { type Argument, type Command, type Option, optionFlag, type Value, type Values } from "./command.ts";
import { commands, globalOptions, groups } from "./commands.ts";
import type { GlobalValues } from "./context.ts";

/** What a command line asks for: a command with its values, or a page of help. */
export type Parsed =
  | { readonly kind: "call"; readonly command: Command; readonly values: Values; readonly globals: GlobalValues }
  | { readonly kind: "help"; readonly text: string };

/** @throws PkiError ERR_USAGE */
export function parse(args: readonly string[]): Parsed {
  let parsed: Parsed | undefined;
  let text = "";
  const program = createProgram(askedFor(args), {
    call: (command, values) => {
      parsed = { kind: "call", command, values, globals: globalValues(program) };
    },
    help: (part) => {
      text += part;
    },
  });
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof HelpShown)) throw error;
  }
  return parsed ?? { kind: "help", text };
}

interface Receiver {
  call(command: Command, values: Values): void;
  help(text: string): void;
}

/** Commander's way of ending the parse after it printed help. */
class HelpShown extends Error {}

/** The command that the line begins with: building its parser alone saves 2 ms. Else all, for help and to tell what was meant. */
function askedFor([first, second]: readonly string[]): readonly Command[] {
  const all: readonly Command[] = commands;
  const asked = all.filter(({ name }) => name === first || name === `${first} ${second}`);
  return asked.length > 0 ? asked : all;
}

function createProgram(offered: readonly Command[], receiver: Receiver): CommandParser {
  const program = parser("rootcause", receiver)
    .description("a private PKI that can explain itself")
    .option("-V, --version", "print the version")
    .helpCommand("help [command]", "what a command takes");
  for (const [name, option] of Object.entries<Option>(globalOptions)) program.addOption(optionParser(name, option));
  const parents = new Map<string, CommandParser>();
  for (const command of offered) {
    const [first, second] = command.name.split(" ") as [string, string?];
    const parent = second === undefined ? program : (parents.get(first) ?? addGroup(first));
    parent.addCommand(commandParser(second ?? first, command, receiver));
  }
  return program;

  function addGroup(name: string): CommandParser {
    const section = commands.find((command) => command.name.startsWith(`${name} `))?.section ?? "";
    const group = parser(name, receiver)
      .description(groups[name as keyof typeof groups])
      .helpGroup(`${section}:`)
      .helpCommand(false);
    parents.set(name, group);
    program.addCommand(group);
    return group;
  }
}

function commandParser(name: string, command: Command, receiver: Receiver): CommandParser {
  const built = parser(name, receiver, command.name).description(command.summary).helpGroup(`${command.section}:`);
  for (const [key, argument] of Object.entries(command.arguments)) built.addArgument(argumentParser(key, argument));
  for (const [key, option] of Object.entries(command.options)) built.addOption(optionParser(key, option));
  const examples = command.examples.map(({ line, text }) => `  ${line}\n      ${text}\n`).join("");
  if (examples !== "") built.addHelpText("after", `\nExamples:\n${examples.trimEnd()}`);
  for (const note of command.notes ?? []) built.addHelpText("after", `\n${note}`);
  return built.action((...call: unknown[]) => {
    const given = Object.keys(command.arguments).map((key, i) => [key, call[i] as Value]);
    receiver.call(command, { ...Object.fromEntries(given), ...built.opts() });
  });
}

/** A parser that neither prints nor ends the process. Its errors point to the help of `asked`: the whole name, `lab show`. */
function parser(name: string, receiver: Receiver, asked = name): CommandParser {
  return new CommandParser(name)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: receiver.help, writeErr: receiver.help, outputError: () => {} })
    .exitOverride((error) => {
      throw error.code.startsWith("commander.help") ? new HelpShown() : usageError(error, asked);
    });
}

function argumentParser(name: string, { text, optional, many, choices }: Argument): ArgumentParser {
  const shown = `${kebab(name)}${many ? "..." : ""}`;
  const parsed = new ArgumentParser(optional ? `[${shown}]` : `<${shown}>`, text);
  return choices === undefined ? parsed : parsed.choices(choices);
}

function optionParser(name: string, option: Option): OptionParser {
  const flags = `${option.short ? `-${option.short}, ` : ""}${optionFlag(name)}`;
  const parsed = new OptionParser(option.value === undefined ? flags : `${flags} <${option.value}>`, option.text);
  // `--no-color` is a switch of its own here, not the negation of `--color` that commander makes of it.
  parsed.attributeName = () => name;
  parsed.negate = false;
  if (option.choices) parsed.choices(option.choices);
  if (option.integer) parsed.argParser((text) => integer(text, option.max));
  if (option.many) parsed.default([], "").argParser(collect);
  if (option.default !== undefined) parsed.default(option.default);
  return parsed;
}

function integer(text: string, max?: number): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("It takes a whole number.");
  const number = Number(text);
  if (max !== undefined && number > max) throw new InvalidArgumentError(`It takes a whole number up to ${max}.`);
  return number;
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function kebab(name: string): string {
  return optionFlag(name).slice(2);
}

function globalValues(program: CommandParser): GlobalValues {
  const { json = false, store, quiet = false, noColor = false } = program.opts<Partial<GlobalValues>>();
  return { json, store, quiet, noColor };
}

/** Commander's "error: unknown command 'isue'\n(Did you mean issue?)" as a problem and a next step. */
function usageError(error: CommanderError, name: string): PkiError {
  const [problem = "", suggestion] = error.message.replace(/^error: (command-argument value )?/, "").split("\n");
  const command = name === "rootcause" ? name : `rootcause ${name}`;
  const advice = suggestion === undefined ? `\`${command} --help\` shows what it takes` : suggestion.slice(1, -1);
  return new PkiError("ERR_USAGE", { problem, advice }, { cause: error });
}
