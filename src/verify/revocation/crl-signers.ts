import type { Certificate } from "../../x509/certificate.ts";
import type { Name } from "../../x509/name.ts";

/** How many CRL issuers may vouch for each other in a row. One is usual, two are possible. */
const MAX_DEPTH = 4;

/** A path: a certificate first, then its issuers, the trust anchor last. */
export type Path = readonly Certificate[];

/**
 * Turns paths to CRL issuers, on which all but revocation has been checked, into CRL issuers that may be believed. A CRL issuer whose
 * own check is under way counts as good: its certificate may stand in the scope of the very list that it signs.
 */
export function believedSigners(
  findPaths: (crlIssuer: Name) => readonly Path[],
  isUnrevoked: (path: Path) => boolean,
): (crlIssuer: Name) => readonly Certificate[] {
  const underWay = new Set<string>();
  const isBelieved = (path: Path, { sha256 }: Certificate): boolean => {
    if (underWay.has(sha256)) return true;
    if (underWay.size >= MAX_DEPTH) return false;
    underWay.add(sha256);
    try {
      return isUnrevoked(path);
    } finally {
      underWay.delete(sha256);
    }
  };
  return (crlIssuer) =>
    findPaths(crlIssuer).flatMap((path) => {
      const [signer] = path;
      return signer !== undefined && isBelieved(path, signer) ? [signer] : [];
    });
}
