import { PkiError } from "../errors/pki-error.ts";
import type { Certificate } from "../x509/certificate.ts";

/**
 * A certificate whose path length is too short for the CA below it still validates by itself; only what that CA issues fails. So it is
 * checked before the CA is made.
 * @param issuers the CAs above the new one, nearest first
 * @throws PkiError ERR_CA_PATH_LENGTH unless each of them allows a further CA with so many below it
 */
export function requirePathLength(issuers: readonly Certificate[], pathLength: number): void {
  for (const [below, ca] of issuers.entries()) {
    const allowed = ca.basicConstraints?.value.pathLength;
    const needed = pathLength + below + 1;
    if (allowed !== undefined && allowed < needed)
      throw new PkiError("ERR_CA_PATH_LENGTH", { ca: ca.subject.toString(), allowed, needed });
  }
}
