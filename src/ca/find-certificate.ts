import { equalBytes } from "../asn1/bytes.ts";
import { PkiError } from "../errors/pki-error.ts";
import type { CertificateRecord } from "../store/certificate-record.ts";
import type { Store } from "../store/store.ts";
import { Certificate } from "../x509/certificate.ts";

/**
 * The record of an issued certificate: by its serial number as people write it (`0A:1B`, `0x0a1b`, `a1b`), or by the certificate itself.
 * @throws PkiError ERR_SERIAL_TEXT, ERR_STORE_CERTIFICATE_UNKNOWN, ERR_CERTIFICATE_FOREIGN
 */
export async function findCertificate(store: Store, which: string | Certificate): Promise<CertificateRecord> {
  const serial = which instanceof Certificate ? which.serialHex : parseSerial(which);
  const record = await store.find(serial);
  if (record === undefined) throw new PkiError("ERR_STORE_CERTIFICATE_UNKNOWN", { serial });
  if (which instanceof Certificate && !equalBytes(which.der, record.certificateDer))
    throw new PkiError("ERR_CERTIFICATE_FOREIGN", { serial, issuer: which.issuer.toString() });
  return record;
}

/** A serial number as the store writes it: lower-case pairs of hexadecimal digits, no leading zeros. @throws PkiError ERR_SERIAL_TEXT */
export function parseSerial(text: string): string {
  const digits = text.trim().replace(/^0x/i, "").replace(/[:\s]/g, "").toLowerCase();
  if (!/^-?[0-9a-f]{1,64}$/.test(digits)) throw new PkiError("ERR_SERIAL_TEXT", { text: text.slice(0, 80) });
  const sign = digits.startsWith("-") ? "-" : "";
  const magnitude = digits.slice(sign.length).replace(/^0+(?=.)/, "");
  return `${sign}${magnitude.padStart(magnitude.length + (magnitude.length % 2), "0")}`;
}
