import { OID } from "../../asn1/oids.ts";
import { sequence } from "../../asn1/writer.ts";
import { type Attribute, encodeAttribute, parseAttribute } from "../attribute.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** SubjectDirectoryAttributes (RFC 5280 section 4.2.1.8). */
export const subjectDirectoryAttributes: ExtensionCodec<readonly Attribute[]> = extensionCodec({
  oid: OID.subjectDirectoryAttributes,
  name: "subjectDirectoryAttributes",
  read: (reader) => reader.sequence("SubjectDirectoryAttributes").someOf("an Attribute", parseAttribute),
  write: (attributes) => sequence(...attributes.map(encodeAttribute)),
});
