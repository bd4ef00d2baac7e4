import type { AuthorityRecord } from "../store/authority-record.ts";
import { Certificate } from "../x509/certificate.ts";
import { parsePem } from "../x509/pem.ts";

/** The certificates of an authority: its own, then its issuers up to the root. */
export interface AuthorityChain {
  readonly certificate: Certificate;
  readonly issuers: readonly Certificate[];
}

/** Follows the hierarchy of a store upward; what lies above it was imported beside the topmost authority. */
export function authorityChain(record: AuthorityRecord, authorities: readonly AuthorityRecord[]): AuthorityChain {
  const parent = authorities.find(({ id }) => id === record.parent);
  const above = parent === undefined ? undefined : authorityChain(parent, authorities);
  const issuers = above === undefined ? (record.chainPem ?? []).map(fromPem) : [above.certificate, ...above.issuers];
  return { certificate: fromPem(record.certificatePem), issuers };
}

function fromPem(pem: string): Certificate {
  const [block] = parsePem(pem);
  return Certificate.parse(block?.der ?? new Uint8Array());
}
