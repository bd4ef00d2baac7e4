import { OID } from "../../asn1/oids.ts";
import { integer } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** CRLNumber (RFC 5280 section 5.2.3): grows with every list; up to 20 octets. */
export const crlNumber: ExtensionCodec<bigint> = extensionCodec({
  oid: OID.crlNumber,
  name: "crlNumber",
  read: (reader) => reader.bigInteger(),
  write: (number) => integer(number),
});
