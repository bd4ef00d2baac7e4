import type { DerReader } from "../asn1/reader.ts";
import { contextConstructed, contextPrimitive, TAG } from "../asn1/tag.ts";
import { explicit, retag, sequence, setOf } from "../asn1/writer.ts";
import { encodeGeneralNames, type GeneralName, parseGeneralNames } from "./general-name.ts";
import { encodeNameAttribute, type NameAttribute, parseNameAttribute } from "./name-attribute.ts";
import { readNamedBits, writeNamedBits } from "./named-bits.ts";

/** ReasonFlags in bit order (RFC 5280 section 4.2.1.13); bit 0 is unused. */
export const reasonFlags = [
  "unused",
  "keyCompromise",
  "cACompromise",
  "affiliationChanged",
  "superseded",
  "cessationOfOperation",
  "certificateHold",
  "privilegeWithdrawn",
  "aACompromise",
] as const;

export type ReasonFlag = (typeof reasonFlags)[number];

/** DistributionPointName: full names, or the end of a name that begins with that of the CRL issuer. */
export interface DistributionPointName {
  readonly fullName?: readonly GeneralName[];
  readonly relativeName?: readonly NameAttribute[];
}

/** Where a CRL is to be had, for which reasons, and who signs it. */
export interface DistributionPoint extends DistributionPointName {
  readonly reasons?: readonly ReasonFlag[];
  readonly crlIssuer?: readonly GeneralName[];
}

const fullNameTag = contextConstructed(0);
const relativeNameTag = contextConstructed(1);
const reasonsTag = contextPrimitive(1);
const crlIssuerTag = contextConstructed(2);

/** CRLDistributionPoints: a SEQUENCE OF DistributionPoint. @throws PkiError ERR_DER */
export function readDistributionPoints(reader: DerReader): readonly DistributionPoint[] {
  return reader.sequence("CRLDistributionPoints").someOf("a DistributionPoint", readDistributionPoint);
}

export function writeDistributionPoints(points: readonly DistributionPoint[]): Uint8Array {
  return sequence(...points.map(writeDistributionPoint));
}

/** `[0] EXPLICIT DistributionPointName` if it comes next; IssuingDistributionPoint has it too. @throws PkiError ERR_DER */
export function readDistributionPointName(reader: DerReader): DistributionPointName {
  const body = reader.explicit(0);
  if (body === undefined) return {};
  const name =
    body.peek() === relativeNameTag
      ? { relativeName: body.enter(relativeNameTag).someOf("an AttributeTypeAndValue", parseNameAttribute) }
      : { fullName: parseGeneralNames(body, fullNameTag) };
  body.end("the end of the DistributionPointName");
  return name;
}

export function writeDistributionPointName({ fullName, relativeName }: DistributionPointName): Uint8Array[] {
  if (fullName) return [explicit(0, encodeGeneralNames(fullName, fullNameTag))];
  return relativeName ? [explicit(0, retag(relativeNameTag, setOf(...relativeName.map(encodeNameAttribute))))] : [];
}

/** The flags that are set, under an IMPLICIT tag. @throws PkiError ERR_DER */
export function readReasonFlags(reader: DerReader, tag: number = TAG.bitString): readonly ReasonFlag[] {
  return readNamedBits(reader, reasonFlags, tag);
}

export function writeReasonFlags(reasons: readonly ReasonFlag[], tag: number): Uint8Array {
  return writeNamedBits(reasons, reasonFlags, tag);
}

function readDistributionPoint(reader: DerReader): DistributionPoint {
  const body = reader.sequence("a DistributionPoint");
  const name = readDistributionPointName(body);
  const reasons = body.peek() === reasonsTag ? readReasonFlags(body, reasonsTag) : undefined;
  const crlIssuer = body.peek() === crlIssuerTag ? parseGeneralNames(body, crlIssuerTag) : undefined;
  body.end("the end of the DistributionPoint");
  return { ...name, ...(reasons && { reasons }), ...(crlIssuer && { crlIssuer }) };
}

function writeDistributionPoint(point: DistributionPoint): Uint8Array {
  return sequence(
    ...writeDistributionPointName(point),
    ...(point.reasons ? [writeReasonFlags(point.reasons, reasonsTag)] : []),
    ...(point.crlIssuer ? [encodeGeneralNames(point.crlIssuer, crlIssuerTag)] : []),
  );
}
