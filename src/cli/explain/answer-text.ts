import { PkiError } from "../../errors/pki-error.ts";
import { explain } from "../../explain/explain.ts";
import { failureValue } from "../failure.ts";

/** The answer to one line of `explain --batch`, as a line. A line that cannot be read is an answer too. */
export function answerText(line: string): string {
  try {
    return JSON.stringify(explain(textOf(line)));
  } catch (error) {
    return JSON.stringify({
      producer: "unknown",
      text: "",
      candidates: [],
      never: [],
      also: [],
      ...failureValue(error),
    });
  }
}

function textOf(line: string): string {
  const { text } = parseLine(line) ?? {};
  if (typeof text !== "string") throw new PkiError("ERR_BATCH_CASE", { problem: "text is not a string" });
  return text;
}

function parseLine(line: string): { readonly text?: unknown } | null {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new PkiError("ERR_BATCH_CASE", { problem: (error as SyntaxError).message }, { cause: error });
  }
}
