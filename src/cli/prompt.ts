import { Writable } from "node:stream";
import { PkiError } from "../errors/pki-error.ts";
import type { Context } from "./context.ts";

export interface PromptOptions {
  /** What to give on the command line instead, for when nobody can be asked. */
  readonly advice: string;
  /** What is typed is not shown. */
  readonly secret?: boolean;
}

/**
 * Asks on stderr, so that stdout stays data.
 * @throws PkiError ERR_NO_TERMINAL, ERR_USAGE when the input ends, or Ctrl-C or Ctrl-D is all that comes
 */
export async function prompt(context: Context, question: string, options: PromptOptions): Promise<string> {
  if (!context.isTty) throw new PkiError("ERR_NO_TERMINAL", { question, advice: options.advice });
  const { createInterface } = await import("node:readline/promises");
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = options.secret ? silence : context.stderr;
  if (options.secret) context.stderr.write(`${question}: `);
  const reader = createInterface({ input: context.stdin, output, terminal: true });
  const ended = new Promise<never>((_, reject) => {
    const unanswered = { problem: `no answer came to "${question}"`, advice: options.advice };
    reader.once("close", () => reject(new PkiError("ERR_USAGE", unanswered)));
  });
  try {
    return await Promise.race([reader.question(options.secret ? "" : `${question}: `), ended]);
  } finally {
    reader.close();
    if (options.secret) context.stderr.write("\n");
  }
}

/** A yes-or-no question; an empty answer is yes. */
export async function confirm(context: Context, question: string, options: PromptOptions): Promise<boolean> {
  return /^(y(es)?)?$/i.test((await prompt(context, `${question} [Y/n]`, options)).trim());
}
