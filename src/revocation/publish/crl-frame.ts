import { encodeHeader } from "../../asn1/header.ts";
import { TAG } from "../../asn1/tag.ts";
import { explicit, integer, sequence, time } from "../../asn1/writer.ts";
import { encodeExtension } from "../../x509/extension.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../x509/extensions/delta-crl-indicator.ts";
import { freshestCrl } from "../../x509/extensions/freshest-crl.ts";
import { issuingDistributionPoint } from "../../x509/extensions/issuing-distribution-point.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import type { CrlTerms } from "./crl-terms.ts";

/** What stands before and after the entries in a TBSCertList (RFC 5280 section 5.1.2). */
export interface CrlFrame {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** DER says how long a thing is before the thing itself, so the length of all entries must be known beforehand. Octets. */
export function crlFrame(terms: CrlTerms, entriesLength: number): CrlFrame {
  const { signatureAlgorithm, issuer, thisUpdate, nextUpdate } = terms;
  const fields = Buffer.concat([
    integer(1), // version 2
    signatureAlgorithm.identifierDer,
    issuer.der,
    time(thisUpdate),
    time(nextUpdate),
    // absent rather than empty: RFC 5280 section 5.1.2.6
    ...(entriesLength === 0 ? [] : [encodeHeader(TAG.sequence, entriesLength)]),
  ]);
  const after = explicit(0, sequence(...extensionsOf(terms)));
  const length = fields.length + entriesLength + after.length;
  return { before: Buffer.concat([encodeHeader(TAG.sequence, length), fields]), after };
}

/** Criticality as RFC 5280 section 5.2 has it: only what narrows the list is critical. */
function* extensionsOf(terms: CrlTerms): Iterable<Uint8Array> {
  const { keyIdentifier, number, base, distributionPoint, deltaUrls = [] } = terms;
  yield encodeExtension(authorityKeyIdentifier, { keyId: keyIdentifier }, false);
  yield encodeExtension(crlNumber, BigInt(number), false);
  if (base !== undefined) yield encodeExtension(deltaCrlIndicator, BigInt(base), true);
  if (distributionPoint !== undefined)
    yield encodeExtension(issuingDistributionPoint, { ...everyKind, fullName: distributionPoint.map(uri) }, true);
  if (deltaUrls.length > 0) yield encodeExtension(freshestCrl, [{ fullName: deltaUrls.map(uri) }], false);
}

/** A list of ours is never narrowed by kind of certificate: a wrong flag here makes every client refuse it. */
const everyKind = {
  onlyContainsUserCerts: false,
  onlyContainsCaCerts: false,
  indirectCrl: false,
  onlyContainsAttributeCerts: false,
} as const;

function uri(value: string): GeneralName {
  return { kind: "uri", value };
}
