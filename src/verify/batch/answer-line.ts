import { PkiError } from "../../errors/pki-error.ts";
import type { Finding } from "../finding.ts";
import { verify } from "../verify.ts";
import { isObject, readCase } from "./read-case.ts";

/** The answer to one line; `error` when the line is no case, which is never valid. */
export interface BatchAnswer {
  readonly id: unknown;
  readonly valid: boolean;
  readonly findings: readonly Pick<Finding, "code" | "severity" | "index">[];
  readonly error?: { readonly code: string; readonly message: string; readonly hint: string };
}

/** Answers one JSON line of `verify --batch`. It never throws: what cannot be read is an answer too. */
export function answerLine(line: string): BatchAnswer {
  let id: unknown = null;
  try {
    const fields = parseLine(line);
    id = fields.id ?? null;
    const { certificates, options } = readCase(fields);
    const { valid, findings } = verify(certificates, options);
    return { id, valid, findings: findings.map(({ code, severity, index }) => ({ code, severity, index })) };
  } catch (error) {
    const { code, message, hint } = asCaseError(error);
    return { id, valid: false, findings: [], error: { code, message, hint } };
  }
}

function parseLine(line: string) {
  const fields: unknown = JSON.parse(line);
  if (!isObject(fields)) throw new PkiError("ERR_VERIFY_CASE", { problem: "it is no JSON object" });
  return fields;
}

/** JSON.parse and the reading of options have errors of their own. */
function asCaseError(error: unknown): PkiError {
  if (error instanceof PkiError) return error;
  return new PkiError("ERR_VERIFY_CASE", { problem: error instanceof Error ? error.message : String(error) });
}
