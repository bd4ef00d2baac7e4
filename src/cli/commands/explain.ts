import { PkiError } from "../../errors/pki-error.ts";
import { explain } from "../../explain/explain.ts";
import { lookUp } from "../../explain/look-up.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { answerText } from "../explain/answer-text.ts";
import { decodeText } from "../explain/decode-text.ts";
import { renderEntry } from "../explain/render-entry.ts";
import { renderExplanation } from "../explain/render-explanation.ts";
import { readInput, readLines } from "../read-input.ts";

export async function run(context: Context, input: Input<"explain">): Promise<ExitCode> {
  if (input.batch) return runBatch(context);
  const text = input.topic ?? (await readText(context, input.text));
  const entry = lookUp(text);
  const { width } = context.output;
  if (entry !== undefined) context.output.result(entry, (value, paint) => renderEntry(value, paint, width));
  else context.output.result(explain(text), (value, paint) => renderExplanation(value, paint, width));
  return 0;
}

async function runBatch(context: Context): Promise<ExitCode> {
  for await (const line of readLines(context, "-")) await context.output.line(answerText(line));
  return 0;
}

async function readText(context: Context, words: readonly string[]): Promise<string> {
  const isPiped = words.length === 0 || (words.length === 1 && words[0] === "-");
  if (!isPiped) return words.join(" ");
  const text = context.isTty ? "" : decodeText(await readInput(context, "-"));
  if (text.trim() === "")
    throw new PkiError("ERR_USAGE", {
      problem: "there is no text to explain",
      advice: "give the error text as arguments, or pipe it in: `curl https://localhost 2>&1 | rootcause explain`",
    });
  return text;
}
