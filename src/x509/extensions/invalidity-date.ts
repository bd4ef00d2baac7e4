import { OID } from "../../asn1/oids.ts";
import { generalizedTime } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** InvalidityDate of a CRL entry (RFC 5280 section 5.3.2): since when the key is known or thought to be compromised. */
export const invalidityDate: ExtensionCodec<Date> = extensionCodec({
  oid: OID.invalidityDate,
  name: "invalidityDate",
  read: (reader) => reader.generalizedTime(),
  write: generalizedTime,
});
