import { OID } from "../../asn1/oids.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { encodeGeneralNames, type GeneralName, parseGeneralNames } from "../general-name.ts";

/** CertificateIssuer of an entry of an indirect CRL (RFC 5280 section 5.3.3): whose certificate this and the following entries name. */
export const certificateIssuer: ExtensionCodec<readonly GeneralName[]> = extensionCodec({
  oid: OID.certificateIssuer,
  name: "certificateIssuer",
  read: (reader) => parseGeneralNames(reader),
  write: (names) => encodeGeneralNames(names),
});
