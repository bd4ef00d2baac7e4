import { OID } from "../../asn1/oids.ts";
import type { DerReader } from "../../asn1/reader.ts";
import { oid, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** A qualifier: its type and its value as encoded; `policy-qualifier.ts` reads the two that RFC 5280 defines. */
export interface PolicyQualifier {
  readonly oid: string;
  readonly valueDer: Uint8Array;
}

export interface PolicyInformation {
  /** The policy, dotted. */
  readonly oid: string;
  readonly qualifiers: readonly PolicyQualifier[];
}

/** CertificatePolicies (RFC 5280 section 4.2.1.4). */
export const certificatePolicies: ExtensionCodec<readonly PolicyInformation[]> = extensionCodec({
  oid: OID.certificatePolicies,
  name: "certificatePolicies",
  read: (reader) => reader.sequence("CertificatePolicies").someOf("a PolicyInformation", readPolicy),
  write: (policies) => sequence(...policies.map(writePolicy)),
});

function readPolicy(reader: DerReader): PolicyInformation {
  const body = reader.sequence("a PolicyInformation");
  const policy = body.oid();
  const qualifiers = body.atEnd ? [] : body.sequence("policyQualifiers").someOf("a PolicyQualifierInfo", readQualifier);
  body.end("the end of the PolicyInformation");
  return { oid: policy, qualifiers };
}

function readQualifier(reader: DerReader): PolicyQualifier {
  const body = reader.sequence("a PolicyQualifierInfo");
  const qualifier = { oid: body.oid(), valueDer: body.next("a qualifier").der };
  body.end("the end of the PolicyQualifierInfo");
  return qualifier;
}

function writePolicy({ oid: policy, qualifiers }: PolicyInformation): Uint8Array {
  const infos = qualifiers.map((qualifier) => sequence(oid(qualifier.oid), qualifier.valueDer));
  return infos.length === 0 ? sequence(oid(policy)) : sequence(oid(policy), sequence(...infos));
}
