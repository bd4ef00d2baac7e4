import { OID } from "../../asn1/oids.ts";
import { nul } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** id-pkix-ocsp-nocheck (RFC 6960 section 4.2.2.2.1): this responder's own certificate need not be checked for revocation. */
export const ocspNoCheck: ExtensionCodec<null> = extensionCodec({
  oid: OID.ocspNoCheck,
  name: "ocspNoCheck",
  read: (reader) => reader.null(),
  write: nul,
});
