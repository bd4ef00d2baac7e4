import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { isPkiError } from "../errors/pki-error.ts";

/** PKCS#8 and its encrypted form (RFC 5958 sections 2 and 3), SEC 1 (RFC 5915 section 3), PKCS#1 (RFC 8017 appendix A.1.2). */
export type PrivateKeyFormat = "pkcs8" | "encrypted-pkcs8" | "sec1" | "pkcs1";

/** The form of a private key in DER, told by the first elements of its SEQUENCE; undefined when it is none of them. */
export function privateKeyFormat(der: Uint8Array): PrivateKeyFormat | undefined {
  try {
    const outer = DerReader.of(der);
    const fields = outer.sequence();
    outer.end();
    const first = fields.next().tag;
    const second = fields.next().tag;
    if (first === TAG.sequence && second === TAG.octetString) return "encrypted-pkcs8";
    if (first !== TAG.integer) return undefined;
    if (second === TAG.sequence) return "pkcs8";
    if (second === TAG.octetString) return "sec1";
    return second === TAG.integer ? "pkcs1" : undefined;
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
