import { OID } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { integer } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** InhibitAnyPolicy (RFC 5280 section 4.2.1.14): after how many further certificates anyPolicy stops matching. */
export const inhibitAnyPolicy: ExtensionCodec<number> = extensionCodec({
  oid: OID.inhibitAnyPolicy,
  name: "inhibitAnyPolicy",
  read: (reader) => reader.integer(TAG.integer, "SkipCerts"),
  write: (skipCerts) => integer(skipCerts),
});
