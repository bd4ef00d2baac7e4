import { PkiError } from "../errors/pki-error.ts";

/** An ERR_DER with its three facts. */
export function derError(offset: number, expected: string, found: string): PkiError {
  return new PkiError("ERR_DER", { offset, expected, found });
}
