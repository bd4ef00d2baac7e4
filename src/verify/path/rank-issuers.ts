import { isPkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { PoolEntry } from "./certificate-pool.ts";
import { matchKeyIdentifiers } from "./key-identifiers.ts";

/**
 * What speaks for a candidate, in the order of RFC 4158 section 3.5: a key identifier that fits above all, then the trust list, a
 * period that holds now, a CA; a self-issued certificate that nobody trusts leads nowhere.
 */
const points = { keyIdentifier: 16, trusted: 8, current: 4, ca: 2, selfIssued: -1 } as const;

/** The candidates for the issuer of a certificate, the least promising first. */
export function rankIssuers(child: Certificate, candidates: readonly PoolEntry[], at: Date): readonly PoolEntry[] {
  if (candidates.length < 2) return candidates;
  return candidates
    .map((entry, place) => ({ entry, place, score: score(child, entry, at) }))
    .sort((a, b) => a.score - b.score || b.place - a.place)
    .map(({ entry }) => entry);
}

function score(child: Certificate, { certificate, from }: PoolEntry, at: Date): number {
  try {
    const trusted = from === "trust";
    const fit = { same: 1, unknown: 0, other: -1 }[matchKeyIdentifiers(child, certificate)];
    const { notBefore, notAfter } = certificate.validity;
    return (
      fit * points.keyIdentifier +
      (trusted ? points.trusted : 0) +
      (notBefore <= at && at <= notAfter ? points.current : 0) +
      (certificate.basicConstraints?.value.ca ? points.ca : 0) +
      (!trusted && certificate.isSelfIssued ? points.selfIssued : 0)
    );
  } catch (error) {
    if (isPkiError(error)) return Number.NEGATIVE_INFINITY;
    throw error;
  }
}
