import type { Context } from "./context.ts";

/** One positional argument, under the name that its value gets. */
export interface Argument {
  readonly text: string;
  readonly optional?: boolean;
  /** Takes all that are left. */
  readonly many?: boolean;
  readonly choices?: readonly string[];
}

/** One option. `camelCase` in the table is `--camel-case` on the command line. Without `value` it is a switch. */
export interface Option {
  readonly text: string;
  readonly short?: string;
  /** What the value is, in a word: shown in help, and `file` or `dir` complete as such. */
  readonly value?: string;
  readonly integer?: boolean;
  /** The largest whole number that it takes. */
  readonly max?: number;
  /** May be given more than once. */
  readonly many?: boolean;
  readonly choices?: readonly string[];
  readonly default?: string | number;
}

export interface Example {
  readonly line: string;
  readonly text: string;
}

/** One command as far as help, completion and documentation need it; what it does is loaded when it is called. */
export interface Command {
  /** One word, or two for a command of a group: `ca list`. */
  readonly name: string;
  readonly section: string;
  readonly summary: string;
  readonly arguments: Readonly<Record<string, Argument>>;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly Example[];
  /** Paragraphs for what does not fit a sentence: the shape of JSON that goes in or comes out. */
  readonly notes?: readonly string[];
  load(): Promise<Runnable>;
}

/** The module of a command. */
export interface Runnable {
  run(context: Context, input: Values): Promise<ExitCode>;
}

/** 0 ok, 1 findings. Everything else is thrown as a `PkiError`, whose catalogue row says the status. */
export type ExitCode = 0 | 1;

export type Value = string | number | boolean | readonly string[] | undefined;
export type Values = Readonly<Record<string, Value>>;

/** The typed values of a command's row: arguments and options in one object. */
export type ValuesOf<C extends Pick<Command, "arguments" | "options">> = {
  readonly [K in keyof C["arguments"]]: ArgumentValue<C["arguments"][K]>;
} & {
  readonly [K in keyof C["options"]]: OptionValue<C["options"][K]>;
};

type ArgumentValue<A> = A extends { readonly many: true }
  ? readonly string[]
  : A extends { readonly optional: true }
    ? string | undefined
    : Single<A, undefined>;

type OptionValue<O> = O extends { readonly many: true }
  ? readonly string[]
  : O extends { readonly default: infer D }
    ? Single<O, D>
    : O extends { readonly value: string }
      ? Single<O, undefined> | undefined
      : boolean;

type Single<O, D> = O extends { readonly integer: true }
  ? number
  : O extends { readonly choices: readonly (infer V)[] }
    ? V
    : D extends number
      ? number
      : string;

/** `permitDns` as it is written on the command line: `--permit-dns`. */
export function optionFlag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
