import type { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { oid, sequence, setOf } from "../asn1/writer.ts";

/** Attribute: a type and the values it has, each as encoded (RFC 5280 appendix A.1, RFC 2986 section 4.1). */
export interface Attribute {
  readonly oid: string;
  readonly values: readonly Uint8Array[];
}

/** @throws PkiError ERR_DER */
export function parseAttribute(reader: DerReader): Attribute {
  const body = reader.sequence("an Attribute");
  const type = body.oid(TAG.oid, "the type of an Attribute");
  const values = body.setOf("the values of an Attribute", (item) => item.next().der);
  body.end("the end of the Attribute");
  return { oid: type, values };
}

export function encodeAttribute({ oid: type, values }: Attribute): Uint8Array {
  return sequence(oid(type), setOf(...values));
}
