import { OID } from "../../asn1/oids.ts";
import { octetString } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../../x509/extension.ts";

/** Nonce (RFC 9654 section 2.1): binds a response to its request. Its octets, without the OCTET STRING around them. */
export const ocspNonce: ExtensionCodec<Uint8Array> = extensionCodec({
  oid: OID.ocspNonce,
  name: "nonce",
  read: (reader) => reader.octetString(),
  write: (nonce) => octetString(nonce),
});
