import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";

const trusted = "TRUSTED CERTIFICATE";

/** True for the PEM labels that hold a certificate, also the old ones (RFC 7468 section 5.1) and OpenSSL's own. */
export function isCertificateLabel(label: string): boolean {
  return ["CERTIFICATE", "X509 CERTIFICATE", "X.509 CERTIFICATE", trusted].includes(label);
}

/** The certificate of a block. OpenSSL's TRUSTED CERTIFICATE has its trust settings behind the certificate; they are left out. */
export function certificateDerOf(label: string, der: Uint8Array): Uint8Array {
  return label === trusted ? DerReader.of(der).expect(TAG.sequence, "a Certificate").der : der;
}
