import { OID } from "../../asn1/oids.ts";
import type { DerReader } from "../../asn1/reader.ts";
import { contextPrimitive } from "../../asn1/tag.ts";
import { generalizedTime, retag, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** When the private key may sign, if not for as long as the certificate counts. */
export interface PrivateKeyUsagePeriod {
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

const notBeforeTag = contextPrimitive(0);
const notAfterTag = contextPrimitive(1);

/** PrivateKeyUsagePeriod (RFC 3280 section 4.2.1.4). */
export const privateKeyUsagePeriod: ExtensionCodec<PrivateKeyUsagePeriod> = extensionCodec({
  oid: OID.privateKeyUsagePeriod,
  name: "privateKeyUsagePeriod",
  read: (reader) => {
    const body = reader.sequence("PrivateKeyUsagePeriod");
    const notBefore = optionalTime(body, notBeforeTag);
    const notAfter = optionalTime(body, notAfterTag);
    body.end("the end of PrivateKeyUsagePeriod");
    return { ...(notBefore && { notBefore }), ...(notAfter && { notAfter }) };
  },
  write: ({ notBefore, notAfter }) =>
    sequence(
      ...(notBefore ? [retag(notBeforeTag, generalizedTime(notBefore))] : []),
      ...(notAfter ? [retag(notAfterTag, generalizedTime(notAfter))] : []),
    ),
});

function optionalTime(reader: DerReader, tag: number): Date | undefined {
  return reader.peek() === tag ? reader.generalizedTime(tag) : undefined;
}
