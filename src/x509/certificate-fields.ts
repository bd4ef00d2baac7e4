import type { Element } from "../asn1/element.ts";
import type { DerReader } from "../asn1/reader.ts";
import { contextConstructed, contextPrimitive, TAG } from "../asn1/tag.ts";

/** Where each field of a TBSCertificate lies (RFC 5280 section 4.1.2). What the fields hold is not looked at. */
export interface CertificateFields {
  readonly version: Element | undefined;
  readonly serialNumber: Element;
  readonly signatureAlgorithm: Element;
  readonly issuer: Element;
  readonly validity: Element;
  readonly subject: Element;
  readonly spki: Element;
  readonly issuerUniqueId: Element | undefined;
  readonly subjectUniqueId: Element | undefined;
  readonly extensions: Element | undefined;
}

/** From a reader inside the TBSCertificate. @throws PkiError ERR_DER where it cannot be walked */
export function walkTbsCertificate(tbs: DerReader): CertificateFields {
  const fields = {
    version: tbs.optional(contextConstructed(0)),
    serialNumber: tbs.expect(TAG.integer, "serialNumber"),
    signatureAlgorithm: tbs.expect(TAG.sequence, "signature"),
    issuer: tbs.expect(TAG.sequence, "issuer"),
    validity: tbs.expect(TAG.sequence, "validity"),
    subject: tbs.expect(TAG.sequence, "subject"),
    spki: tbs.expect(TAG.sequence, "subjectPublicKeyInfo"),
    issuerUniqueId: tbs.optional(contextPrimitive(1)),
    subjectUniqueId: tbs.optional(contextPrimitive(2)),
    extensions: tbs.optional(contextConstructed(3)),
  };
  tbs.end("the end of tbsCertificate");
  return fields;
}
