import { isPkiError, PkiError } from "../errors/pki-error.ts";

/** What `parse` makes of a file; where that is not DER, the error names the file. @throws PkiError ERR_FILE_DER */
export function inFile<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!isPkiError(error, "ERR_DER")) throw error;
    throw new PkiError("ERR_FILE_DER", { file, problem: error.message }, { cause: error });
  }
}
