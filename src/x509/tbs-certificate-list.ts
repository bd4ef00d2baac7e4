import type { Element } from "../asn1/element.ts";
import type { DerReader } from "../asn1/reader.ts";
import { contextConstructed, TAG } from "../asn1/tag.ts";
import { explicit, integer, sequence, time } from "../asn1/writer.ts";
import type { Name } from "./name.ts";

/** Where each field of a TBSCertList lies (RFC 5280 section 5.1.2). What the fields hold is not looked at. */
export interface CertificateListFields {
  readonly version: Element | undefined;
  readonly signatureAlgorithm: Element;
  readonly issuer: Element;
  readonly thisUpdate: Element;
  readonly nextUpdate: Element | undefined;
  readonly revoked: Element | undefined;
  readonly extensions: Element | undefined;
}

/** From a reader inside the TBSCertList. @throws PkiError ERR_DER where it cannot be walked */
export function walkTbsCertificateList(tbs: DerReader): CertificateListFields {
  const fields = {
    version: tbs.optional(TAG.integer),
    signatureAlgorithm: tbs.expect(TAG.sequence, "signature"),
    issuer: tbs.expect(TAG.sequence, "issuer"),
    thisUpdate: tbs.next("thisUpdate"),
    nextUpdate: tbs.optional(TAG.utcTime) ?? tbs.optional(TAG.generalizedTime),
    revoked: tbs.optional(TAG.sequence),
    extensions: tbs.optional(contextConstructed(0)),
  };
  tbs.end("the end of tbsCertList");
  return fields;
}

/** What a CRL will say. */
export interface TbsCertificateListInput {
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly issuer: Name;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  /** The entries in DER, one after another, so that a long list is one piece of memory. */
  readonly entries: Uint8Array;
  /** Whole Extensions, in order. */
  readonly extensions: readonly Uint8Array[];
}

/** The DER of a version 2 TBSCertList: what the issuer signs. `encodeSigned` makes the CRL of it. */
export function encodeTbsCertificateList(input: TbsCertificateListInput): Uint8Array {
  const { signatureAlgorithm, issuer, thisUpdate, nextUpdate, entries, extensions } = input;
  return sequence(
    integer(1),
    signatureAlgorithm,
    issuer.der,
    time(thisUpdate),
    ...(nextUpdate ? [time(nextUpdate)] : []),
    ...(entries.length === 0 ? [] : [sequence(entries)]), // absent rather than empty: RFC 5280 section 5.1.2.6
    ...(extensions.length === 0 ? [] : [explicit(0, sequence(...extensions))]),
  );
}
