import { equalBytes } from "../../asn1/bytes.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import type { ExtensionCodec } from "../../x509/extension.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../x509/extensions/delta-crl-indicator.ts";
import { issuingDistributionPoint } from "../../x509/extensions/issuing-distribution-point.ts";
import { type FreshnessOptions, staleness } from "../freshness.ts";
import { isSignedBy } from "../signed-by.ts";
import { crlDefect } from "./crl-defect.ts";

/** A list that only says what changed since a complete one; it must never be read as complete. */
export function isDelta(crl: CertificateList): boolean {
  return crl.extensions.some(({ oid }) => oid === deltaCrlIndicator.oid);
}

/** The newest usable delta that continues the complete list (RFC 5280 sections 5.2.4 and 6.3.3 steps c and h). */
export function findDelta(
  complete: CertificateList,
  deltas: readonly CertificateList[],
  signer: Certificate,
  options: FreshnessOptions,
): CertificateList | undefined {
  return deltas
    .filter((delta) => crlDefect(delta) === undefined && continues(delta, complete))
    .filter((delta) => staleness(delta, options) === undefined && isSignedBy(delta, signer.spkiDer))
    .reduce<CertificateList | undefined>(
      (best, delta) => (best && numberOf(best) >= numberOf(delta) ? best : delta),
      undefined,
    );
}

/** Same issuer, same key, same scope; based on this list or an older one, and itself newer. */
function continues(delta: CertificateList, complete: CertificateList): boolean {
  const base = delta.extension(deltaCrlIndicator)?.value;
  if (base === undefined || numberOf(complete) < base || numberOf(delta) <= numberOf(complete)) return false;
  const isSameIssuer = delta.issuer.equals(complete.issuer) && hasSame(authorityKeyIdentifier, delta, complete);
  return isSameIssuer && hasSameScope(delta, complete);
}

/** True when both have the same issuingDistributionPoint, or none. */
export function hasSameScope(a: CertificateList, b: CertificateList): boolean {
  return hasSame(issuingDistributionPoint, a, b);
}

/** A list without a number cannot be placed: below all others. */
function numberOf(crl: CertificateList): bigint {
  return crl.extension(crlNumber)?.value ?? -1n;
}

function hasSame(codec: ExtensionCodec<unknown>, a: CertificateList, b: CertificateList): boolean {
  const extensionValue = (crl: CertificateList) => crl.extensions.find(({ oid }) => oid === codec.oid)?.value;
  const [ofA, ofB] = [extensionValue(a), extensionValue(b)];
  return ofA === undefined || ofB === undefined ? ofA === ofB : equalBytes(ofA, ofB);
}
