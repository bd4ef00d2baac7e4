import { resolve } from "node:path";
import type { Passphrase } from "../keys/passphrase.ts";
import { type PassphraseContext, type PassphraseSource, readPassphrase } from "../keys/read-passphrase.ts";
import type { Context } from "./context.ts";
import { prompt } from "./prompt.ts";

/** The options by which a command takes a passphrase; never the passphrase itself, which other users could read in the process list. */
export interface PassphraseValues {
  readonly passphraseFile?: string | undefined;
  readonly passphraseFd?: number | undefined;
  readonly passphraseEnv?: string | undefined;
}

const advice = "give --passphrase-file FILE, --passphrase-fd N or --passphrase-env NAME";

/**
 * What the options say, else the answer to a question, if there is one and a terminal to ask it on. Nothing is read before it is needed,
 * and nothing twice.
 */
export function passphraseOf(context: Context, values: PassphraseValues, question?: string): Passphrase | undefined {
  const asked = question !== undefined && context.isTty ? { prompt: question } : undefined;
  const source = givenSource(context, values) ?? asked;
  if (source === undefined) return undefined;
  const lent: PassphraseContext = {
    env: context.env,
    prompt: (it) => prompt(context, it, { advice, secret: true }),
    warn: (message) => context.output.note(`rootcause: warning: ${message}`),
  };
  let answer: Promise<string> | undefined;
  return () => {
    answer ??= readPassphrase(source, lent);
    return answer;
  };
}

function givenSource(context: Context, values: PassphraseValues): PassphraseSource | undefined {
  const { passphraseFile: file, passphraseFd: fd, passphraseEnv: env } = values;
  if (file !== undefined) return { file: resolve(context.cwd, file) };
  if (fd !== undefined) return { fd };
  return env === undefined ? undefined : { env };
}
