import { PkiError } from "../../errors/pki-error.ts";
import { type IssuableKeyTypeId, issuableKeyTypes } from "../../keys/algorithms.ts";

/** One line of `issue --batch`. */
export interface BatchLine {
  readonly names?: readonly string[];
  readonly profile?: string;
  readonly days?: number;
  readonly key?: IssuableKeyTypeId;
  /** PEM. */
  readonly csr?: string;
}

type Check = (value: unknown) => boolean;

/** What each field must be, in words and as a check. */
const fields = new Map<string, readonly [words: string, check: Check]>([
  ["names", ["a list of names", (value) => Array.isArray(value) && value.every((name) => typeof name === "string")]],
  ["profile", ["the name of a profile", (value) => typeof value === "string"]],
  ["days", ["a positive whole number", (value) => Number.isSafeInteger(value) && (value as number) > 0]],
  ["key", [`one of ${issuableKeyTypes.join(", ")}`, (value) => issuableKeyTypes.some((type) => type === value)]],
  ["csr", ["a certificate request in PEM", (value) => typeof value === "string"]],
]);

/** @throws PkiError ERR_BATCH_LINE */
export function parseBatchLine(line: string): BatchLine {
  const value = parseJson(line);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw lineError("it is not a JSON object");
  for (const [name, content] of Object.entries(value)) {
    const field = fields.get(name);
    if (field === undefined) throw lineError(`it has a field "${name.slice(0, 40)}" that nobody knows`);
    const [words, check] = field;
    if (!check(content)) throw lineError(`${name} must be ${words}`);
  }
  if (!("names" in value) && !("csr" in value)) throw lineError("it has neither names nor csr");
  return value as BatchLine;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw lineError("it is not JSON");
  }
}

function lineError(problem: string): PkiError {
  return new PkiError("ERR_BATCH_LINE", { problem });
}
