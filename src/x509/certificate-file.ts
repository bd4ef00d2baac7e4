import { PkiError } from "../errors/pki-error.ts";
import { Certificate } from "./certificate.ts";
import { looksLikePem, parsePem } from "./pem.ts";
import { certificateDerOf, isCertificateLabel } from "./trusted-certificate.ts";

/** Every certificate of a file: PEM with any number of blocks and text around them, or one certificate in DER. @throws PkiError */
export function readCertificates(bytes: Uint8Array): readonly Certificate[] {
  if (!looksLikePem(bytes)) return [Certificate.parse(bytes)];
  const blocks = parsePem(bytes);
  const certificates = blocks.filter(({ label }) => isCertificateLabel(label));
  if (certificates.length === 0)
    throw new PkiError("ERR_PEM_NO_CERTIFICATE", { labels: [...new Set(blocks.map(({ label }) => label))].join(", ") });
  return certificates.map(({ label, der }) => Certificate.parse(certificateDerOf(label, der)));
}
