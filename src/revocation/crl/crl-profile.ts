import type { CertificateList } from "../../x509/certificate-list.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../x509/extensions/delta-crl-indicator.ts";
import { freshestCrl } from "../../x509/extensions/freshest-crl.ts";
import { issuingDistributionPoint } from "../../x509/extensions/issuing-distribution-point.ts";
import { isDelta } from "./delta-crl.ts";

/** A duty of CRL issuers that a list neglects; whoever reads the list can still use it. */
export interface CrlProfileBreach {
  readonly text: string;
  readonly citation: string;
}

interface ExtensionDuty {
  readonly oid: string;
  readonly name: string;
  /** What RFC 5280 says of its criticality. */
  readonly critical: boolean;
  readonly isRequired: boolean;
  readonly citation: string;
}

const duties: readonly ExtensionDuty[] = [
  { ...authorityKeyIdentifier, critical: false, isRequired: true, citation: "RFC 5280 section 5.2.1" },
  { ...crlNumber, critical: false, isRequired: true, citation: "RFC 5280 section 5.2.3" },
  { ...deltaCrlIndicator, critical: true, isRequired: false, citation: "RFC 5280 section 5.2.4" },
  { ...issuingDistributionPoint, critical: true, isRequired: false, citation: "RFC 5280 section 5.2.5" },
  { ...freshestCrl, critical: false, isRequired: false, citation: "RFC 5280 section 5.2.6" },
];

/** What a list lacks of the profile of RFC 5280 section 5. @throws PkiError when the list does not decode */
export function crlProfileBreaches(crl: CertificateList): readonly CrlProfileBreach[] {
  const breaches: CrlProfileBreach[] = [];
  if (crl.version !== 2) breaches.push({ text: "it is of version 1", citation: "RFC 5280 section 5.1.2.1" });
  if (crl.nextUpdate === undefined)
    breaches.push({ text: "it has no nextUpdate", citation: "RFC 5280 section 5.1.2.5" });
  for (const { oid, name, critical, isRequired, citation } of duties) {
    const found = crl.extensions.find((extension) => extension.oid === oid);
    if (found === undefined && isRequired) breaches.push({ text: `it has no ${name}`, citation });
    if (found !== undefined && found.critical !== critical)
      breaches.push({ text: `its ${name} is ${critical ? "not critical" : "critical"}`, citation });
  }
  if (isDelta(crl) && crl.extensions.some(({ oid }) => oid === freshestCrl.oid))
    breaches.push({ text: "it is a delta and has a freshestCRL", citation: "RFC 5280 section 5.2.6" });
  return breaches;
}
