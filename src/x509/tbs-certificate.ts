import { TAG } from "../asn1/tag.ts";
import { explicit, integer, sequence, time, tlv } from "../asn1/writer.ts";
import type { Name } from "./name.ts";

/** What a certificate will say. It is written as given: the lab writes certificates that are wrong on purpose. */
export interface TbsCertificateInput {
  /** 3 unless told; other numbers are written as they are. */
  readonly version?: number;
  /** The content octets of the INTEGER. */
  readonly serial: Uint8Array;
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly issuer: Name;
  /** A date, or the DER of a time. */
  readonly notBefore: Date | Uint8Array;
  readonly notAfter: Date | Uint8Array;
  readonly subject: Name;
  readonly spkiDer: Uint8Array;
  /** Whole Extensions, in order. */
  readonly extensions: readonly Uint8Array[];
}

/** The DER of a TBSCertificate (RFC 5280 section 4.1.2): what the issuer signs. */
export function encodeTbsCertificate(input: TbsCertificateInput): Uint8Array {
  const { version = 3, serial, signatureAlgorithm, issuer, notBefore, notAfter, subject, spkiDer, extensions } = input;
  return sequence(
    ...(version === 1 ? [] : [explicit(0, integer(version - 1))]),
    tlv(TAG.integer, serial),
    signatureAlgorithm,
    issuer.der,
    sequence(encodeTime(notBefore), encodeTime(notAfter)),
    subject.der,
    spkiDer,
    ...(extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
  );
}

function encodeTime(at: Date | Uint8Array): Uint8Array {
  return at instanceof Date ? time(at) : at;
}
