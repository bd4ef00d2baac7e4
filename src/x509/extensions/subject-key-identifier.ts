import { OID } from "../../asn1/oids.ts";
import { octetString } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** SubjectKeyIdentifier (RFC 5280 section 4.2.1.2). */
export const subjectKeyIdentifier: ExtensionCodec<Uint8Array> = extensionCodec({
  oid: OID.subjectKeyIdentifier,
  name: "subjectKeyIdentifier",
  read: (reader) => reader.octetString(),
  write: (keyId) => octetString(keyId),
});
