import { equalBytes } from "../../asn1/bytes.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import { type CrlReason, reasonCode } from "../../x509/extensions/reason-code.ts";
import type { RevokedCertificate } from "../../x509/revoked-certificate.ts";
import { hasSameScope } from "./delta-crl.ts";

/** A complete list that may be believed: its signer, and the delta that brings it up to date where there is one. */
export interface UsableCrl {
  readonly complete: CertificateList;
  readonly delta: CertificateList | undefined;
  readonly signer: Certificate;
}

/** The entry that revokes a certificate; where the delta speaks of it, the delta decides (RFC 5280 section 6.3.3 steps i to k). */
export function revokingEntry(
  { complete, delta }: UsableCrl,
  { serialHex, issuer }: Certificate,
): RevokedCertificate | undefined {
  const entry = delta?.find(serialHex, issuer) ?? complete.find(serialHex, issuer);
  return entry && reasonOf(entry) === "removeFromCRL" ? undefined : entry;
}

/** Why an entry revokes; undefined where it does not say, or not in a way that can be read: it revokes all the same. */
export function reasonOf(entry: RevokedCertificate): CrlReason | undefined {
  try {
    return entry.extension(reasonCode)?.value;
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

/** True when both are by one key for one scope, so that the newer one says it all. */
export function isSameSource(a: UsableCrl, b: UsableCrl): boolean {
  return equalBytes(a.signer.spkiDer, b.signer.spkiDer) && hasSameScope(a.complete, b.complete);
}
