import { isPkiError } from "../../errors/pki-error.ts";
import type { RevocationProblem } from "../revocation-verdict.ts";

/** What was read, or why it cannot be. */
export type Readable<T> =
  | { readonly value: T; readonly problem?: never }
  | { readonly value?: never; readonly problem: RevocationProblem };

/** Reads DER that somebody sent: many servers send PEM, or a page that says that there is nothing. */
export function readFetched<T>(body: Uint8Array, from: string, parse: (der: Uint8Array) => T): Readable<T> {
  try {
    return { value: parse(body) };
  } catch (error) {
    if (!isPkiError(error)) throw error;
    const start = Buffer.from(body.subarray(0, 32)).toString("latin1").trimStart();
    const what = start.startsWith("-----BEGIN") ? "sends PEM, and not DER" : notDer(start, error.message);
    return { problem: { code: "malformed-der", detail: `${from} ${what}` } };
  }
}

function notDer(start: string, why: string): string {
  return start.startsWith("<") ? "sends a page of HTML" : `sends what cannot be read: ${why}`;
}
