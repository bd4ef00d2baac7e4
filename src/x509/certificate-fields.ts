import type { Element } from "../asn1/element.ts";
import { DerReader } from "../asn1/reader.ts";
import { contextConstructed, contextPrimitive, TAG } from "../asn1/tag.ts";

/** Where the three parts of a Certificate lie (RFC 5280 section 4.1), and the fields of the first. */
export interface CertificateFields {
  readonly tbs: Element;
  readonly signatureAlgorithm: Element;
  readonly signature: Element;
  readonly fields: TbsFields;
}

/** Where each field of a TBSCertificate lies (RFC 5280 section 4.1.2). What the fields hold is not looked at. */
export interface TbsFields {
  readonly version: Element | undefined;
  readonly serialNumber: Element;
  readonly tbsSignatureAlgorithm: Element;
  readonly issuer: Element;
  readonly validity: Element;
  readonly subject: Element;
  readonly spki: Element;
  readonly issuerUniqueId: Element | undefined;
  readonly subjectUniqueId: Element | undefined;
  readonly extensions: Element | undefined;
}

/** @throws PkiError ERR_DER where the outer structure cannot be walked */
export function walkCertificate(der: Uint8Array): CertificateFields {
  const outer = DerReader.of(der);
  const body = outer.sequence("a Certificate");
  outer.end("the end of the Certificate");
  const tbs = body.expect(TAG.sequence, "tbsCertificate");
  const signatureAlgorithm = body.expect(TAG.sequence, "signatureAlgorithm");
  const signature = body.expect(TAG.bitString, "signatureValue");
  body.end("the end of the Certificate");
  return { tbs, signatureAlgorithm, signature, fields: walkTbs(body.inside(tbs)) };
}

/** Inside a tbsCertificate. @throws PkiError ERR_DER */
export function walkTbs(tbs: DerReader): TbsFields {
  const fields = {
    version: tbs.optional(contextConstructed(0)),
    serialNumber: tbs.expect(TAG.integer, "serialNumber"),
    tbsSignatureAlgorithm: tbs.expect(TAG.sequence, "signature"),
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
