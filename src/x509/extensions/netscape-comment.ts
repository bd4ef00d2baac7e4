import { OID } from "../../asn1/oids.ts";
import { encodeString, readString } from "../../asn1/string-type.ts";
import { TAG } from "../../asn1/tag.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** Netscape's comment: a text that old tools show. Nothing relies on it. */
export const netscapeComment: ExtensionCodec<string> = extensionCodec({
  oid: OID.netscapeComment,
  name: "netscapeComment",
  read: (reader) => readString(reader, TAG.ia5String),
  write: (comment) => encodeString(TAG.ia5String, comment),
});
