import { equalBytes } from "../../asn1/bytes.ts";
import type { DerReader } from "../../asn1/reader.ts";
import { derError } from "../../asn1/reader.ts";
import { tagName } from "../../asn1/tag.ts";
import { Name } from "../../x509/name.ts";
import { publicKeyOf } from "../signed-by.ts";
import type { IssuerIdentity } from "./cert-id.ts";

/** ResponderID (RFC 6960 section 4.2.1): who signed, by name or by the SHA-1 of the key. */
export type ResponderId =
  | { readonly kind: "name"; readonly name: Name }
  | { readonly kind: "key"; readonly keyHash: Uint8Array };

/** @throws PkiError ERR_DER */
export function parseResponderId(reader: DerReader): ResponderId {
  const byName = reader.explicit(1);
  if (byName !== undefined) {
    const name = Name.parse(byName.next("a Name").der);
    byName.end("the end of byName");
    return { kind: "name", name };
  }
  const byKey = reader.explicit(2);
  if (byKey === undefined)
    throw derError(reader.offset, "a ResponderID", reader.atEnd ? "the end" : tagName(reader.peek()));
  const keyHash = byKey.octetString();
  byKey.end("the end of byKey");
  return { kind: "key", keyHash };
}

/** True when the certificate or trust anchor is the one that the ResponderID means. */
export function isResponder(id: ResponderId, { subject, spkiDer }: IssuerIdentity): boolean {
  if (id.kind === "name") return id.name.equals(subject);
  const key = publicKeyOf(spkiDer);
  return key !== undefined && equalBytes(id.keyHash, key.keyIdentifier);
}
