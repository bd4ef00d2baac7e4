import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import { verify } from "../../verify/verify.ts";
import { failureValue } from "../failure.ts";
import { readCase } from "./batch-case.ts";

/** The answer to one line of `verify --batch`, as a line. A case that cannot be read is an answer too. */
export function answerCase(line: string): string {
  let id: unknown = null;
  try {
    const value = parseLine(line);
    id = (value as { id?: unknown } | null)?.id ?? null;
    const { leaf, options } = readCase(value);
    const { valid, findings } = verify([leaf], options);
    return JSON.stringify({
      id,
      valid,
      findings: findings.map(({ code, severity, index }) => ({ code, severity, index })),
    });
  } catch (error) {
    return JSON.stringify({ id, valid: false, findings: [], ...failureValue(asCaseError(error)) });
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new PkiError("ERR_BATCH_CASE", { problem: (error as SyntaxError).message }, { cause: error });
  }
}

/** What the verifier calls a wrong argument is a wrong field here. */
function asCaseError(error: unknown): unknown {
  if (isPkiError(error) && error.code !== "ERR_USAGE") return error;
  if (isPkiError(error) || error instanceof TypeError)
    return new PkiError("ERR_BATCH_CASE", { problem: error.message }, { cause: error });
  return error;
}
