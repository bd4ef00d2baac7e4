import type { ErrorCode } from "../../errors/catalogue.ts";
import { isPkiError, PkiError } from "../../errors/pki-error.ts";

/** What was tried decides what a refusal means. */
export type Access = "reading" | "writing";

/** Does `act`; what the file system refuses is thrown in the words of the catalogue, anything else as it is. */
export async function inStore<T>(access: Access, path: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw storeError(error, access, path);
  }
}

/** The same for what is read bit by bit. */
export async function* streamFromStore<T>(path: string, source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    throw storeError(error, "reading", path);
  }
}

/** True for an error of the operating system, with this code when one is given. */
export function isSystemError(error: unknown, code?: string): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error && (code === undefined || error.code === code);
}

function storeError(error: unknown, access: Access, path: string): unknown {
  if (isPkiError(error) || !isSystemError(error)) return error;
  const facts = { path, reason: error.message };
  return new PkiError(storeErrorCode(error.code, access), facts, { cause: error });
}

function storeErrorCode(code: string | undefined, access: Access): ErrorCode {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "ERR_STORE_FULL";
    case "EROFS":
      return "ERR_STORE_READ_ONLY";
    case "EACCES":
    case "EPERM":
      return access === "reading" ? "ERR_STORE_UNREADABLE" : "ERR_STORE_READ_ONLY";
    default:
      return "ERR_STORE_IO";
  }
}
