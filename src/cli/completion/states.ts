import { type Command, type Option, optionFlag } from "../command.ts";
import { commands, globalOptions, groups } from "../commands.ts";

/** One word that may come next, and what it does. */
export interface Word {
  readonly word: string;
  readonly text: string;
}

/** An option as completion needs it. */
export interface OptionWord extends Word {
  readonly short: string | undefined;
  /** What may follow it; `undefined` for a switch. */
  readonly value: "file" | "dir" | "text" | readonly string[] | undefined;
}

/** What completes after these words of a command line: `""`, `ca`, `ca list`. */
export interface CompletionState {
  readonly path: string;
  readonly words: readonly Word[];
  readonly options: readonly OptionWord[];
  /** Arguments are files unless the row lists choices. */
  readonly files: boolean;
}

/** Every state that a command line can be in, derived from the command table. */
export function completionStates(): readonly CompletionState[] {
  const shared = Object.entries<Option>(globalOptions).map(optionWord);
  const all: readonly Command[] = commands;
  const top = [
    ...all.filter(({ name }) => !name.includes(" ")).map(({ name, summary }) => ({ word: name, text: summary })),
    ...Object.entries(groups).map(([word, text]) => ({ word, text })),
  ].sort((a, b) => (a.word < b.word ? -1 : 1));
  const inGroup = (group: string) =>
    all
      .filter(({ name }) => name.startsWith(`${group} `))
      .map(({ name, summary }) => ({ word: name.slice(group.length + 1), text: summary }));
  return [
    { path: "", words: top, options: shared, files: false },
    ...Object.keys(groups).map((path) => ({ path, words: inGroup(path), options: shared, files: false })),
    ...all.map((command) => {
      const [argument] = Object.values(command.arguments);
      return {
        path: command.name,
        words: (argument?.choices ?? []).map((word) => ({ word, text: "" })),
        options: [...Object.entries(command.options).map(optionWord), ...shared],
        files: argument !== undefined && argument.choices === undefined,
      };
    }),
  ];
}

function optionWord([name, { text, short, value, choices }]: readonly [string, Option]): OptionWord {
  const kind = value === "file" || value === "dir" ? value : value === undefined ? undefined : "text";
  return { word: optionFlag(name), text, short: short && `-${short}`, value: choices ?? kind };
}
