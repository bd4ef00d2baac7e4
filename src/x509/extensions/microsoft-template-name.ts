import { OID } from "../../asn1/oids.ts";
import { encodeString, readString } from "../../asn1/string-type.ts";
import { TAG } from "../../asn1/tag.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** szOID_ENROLL_CERTTYPE_EXTENSION ([MS-WCCE] 2.2.2.7.7.1): the name of a version 1 template. */
export const microsoftTemplateName: ExtensionCodec<string> = extensionCodec({
  oid: OID.microsoftTemplateName,
  name: "microsoftTemplateName",
  read: (reader) => readString(reader, TAG.bmpString),
  write: (name) => encodeString(TAG.bmpString, name),
});
