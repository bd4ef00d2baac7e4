import { OID } from "../../asn1/oids.ts";
import { nul } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../../x509/extension.ts";
import type { CertStatus } from "../ocsp/single-response.ts";

/** Extended revoke (RFC 6960 section 4.4.8): this responder says `revoked` of certificates that were never issued. */
export const extendedRevoke: ExtensionCodec<null> = extensionCodec({
  oid: OID.ocspExtendedRevoke,
  name: "extendedRevoke",
  read: (reader) => reader.null(),
  write: nul,
});

/** What such a responder says of them, to the letter of RFC 6960 section 2.2. */
export const nonIssuedRevoked: CertStatus = { kind: "revoked", at: new Date(0), reason: "certificateHold" };
