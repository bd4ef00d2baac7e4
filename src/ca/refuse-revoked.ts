import { OID } from "../asn1/oids.ts";
import { PkiError } from "../errors/pki-error.ts";
import type { Profile } from "../profile/profile.ts";
import type { Authority } from "./authority.ts";

/**
 * Nothing new below a CA that was revoked; but what tells of revocations goes on, and so does who signs that (RFC 6960 section 4.2.2.2).
 * @throws PkiError ERR_CA_REVOKED
 */
export function refuseRevoked({ revoked: record }: Authority, { extendedKeyUsage: { purposes } }: Profile): void {
  if (record?.revoked === undefined || isOcspSigner(purposes)) return;
  const { at, reason } = record.revoked;
  throw new PkiError("ERR_CA_REVOKED", { ca: record.subject, at, reason });
}

function isOcspSigner(purposes: readonly string[]): boolean {
  return purposes.length === 1 && purposes[0] === OID.ocspSigning;
}
