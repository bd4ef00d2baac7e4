import { OID } from "../../asn1/oids.ts";
import { contextConstructed, contextPrimitive } from "../../asn1/tag.ts";
import { sequence, tlv } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { encodeGeneralNames, type GeneralName, parseGeneralNames } from "../general-name.ts";

/** Which key of the issuer signed: by its identifier, or by the name and serial number of the issuer's own certificate. */
export interface AuthorityKeyIdentifier {
  readonly keyId?: Uint8Array;
  readonly issuer?: readonly GeneralName[];
  /** The content octets of the INTEGER. */
  readonly serial?: Uint8Array;
}

const keyIdTag = contextPrimitive(0);
const issuerTag = contextConstructed(1);
const serialTag = contextPrimitive(2);

/** AuthorityKeyIdentifier (RFC 5280 section 4.2.1.1). */
export const authorityKeyIdentifier: ExtensionCodec<AuthorityKeyIdentifier> = extensionCodec({
  oid: OID.authorityKeyIdentifier,
  name: "authorityKeyIdentifier",
  read: (reader) => {
    const body = reader.sequence("AuthorityKeyIdentifier");
    const keyId = body.optional(keyIdTag)?.content;
    const issuer = body.peek() === issuerTag ? parseGeneralNames(body, issuerTag) : undefined;
    const serial = body.peek() === serialTag ? body.integerBytes(serialTag, "authorityCertSerialNumber") : undefined;
    body.end("the end of AuthorityKeyIdentifier");
    if (keyId && issuer === undefined && serial === undefined) return { keyId }; // as nearly all are
    return { ...(keyId && { keyId }), ...(issuer && { issuer }), ...(serial && { serial }) };
  },
  write: ({ keyId, issuer, serial }) =>
    sequence(
      ...(keyId ? [tlv(keyIdTag, keyId)] : []),
      ...(issuer ? [encodeGeneralNames(issuer, issuerTag)] : []),
      ...(serial ? [tlv(serialTag, serial)] : []),
    ),
});
