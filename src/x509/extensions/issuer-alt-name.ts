import { OID } from "../../asn1/oids.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { encodeGeneralNames, type GeneralName, parseGeneralNames } from "../general-name.ts";

/** IssuerAltName (RFC 5280 section 4.2.1.7). */
export const issuerAltName: ExtensionCodec<readonly GeneralName[]> = extensionCodec({
  oid: OID.issuerAltName,
  name: "issuerAltName",
  read: (reader) => parseGeneralNames(reader),
  write: (names) => encodeGeneralNames(names),
});
