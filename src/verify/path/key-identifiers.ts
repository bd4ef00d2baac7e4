import { equalBytes, toHex } from "../../asn1/bytes.ts";
import type { Certificate } from "../../x509/certificate.ts";

/** Whether the key that a certificate names as its issuer's is the one that the issuer says it has (RFC 5280 sections 4.2.1.1 and 4.2.1.2). */
export type KeyIdentifierMatch = "same" | "other" | "unknown";

/** "unknown" when one of them does not say. @throws PkiError when an extension does not decode */
export function matchKeyIdentifiers(child: Certificate, issuer: Certificate): KeyIdentifierMatch {
  const named = child.authorityKeyIdentifier?.value.keyId;
  const own = issuer.subjectKeyIdentifier?.value;
  if (named === undefined || own === undefined) return "unknown";
  return equalBytes(named, own) ? "same" : "other";
}

/** "names key 01ab…, and has 23cd…", for the mismatch of the two. */
export function keyIdentifierMismatchText(child: Certificate, issuer: Certificate): string {
  const named = child.authorityKeyIdentifier?.value.keyId ?? new Uint8Array();
  const own = issuer.subjectKeyIdentifier?.value ?? new Uint8Array();
  return `it names the key ${toHex(named)}, and the issuer's is ${toHex(own)}`;
}
