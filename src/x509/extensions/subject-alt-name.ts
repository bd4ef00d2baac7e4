import { OID } from "../../asn1/oids.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { encodeGeneralNames, type GeneralName, parseGeneralNames } from "../general-name.ts";

/** SubjectAltName (RFC 5280 section 4.2.1.6). */
export const subjectAltName: ExtensionCodec<readonly GeneralName[]> = extensionCodec({
  oid: OID.subjectAltName,
  name: "subjectAltName",
  read: (reader) => parseGeneralNames(reader),
  write: (names) => encodeGeneralNames(names),
});
