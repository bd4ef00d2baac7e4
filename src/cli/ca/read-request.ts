import { TAG } from "../../asn1/tag.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { CertificationRequest } from "../../x509/certification-request.ts";
import { parsePem } from "../../x509/pem.ts";

/** RFC 7468 section 7, and what Netscape's successors still write. */
const labels = ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"];

/** The certificate request in an input, PEM or DER. `file` names it in the error. @throws PkiError ERR_NO_OBJECT, ERR_DER, ERR_PEM */
export function parseRequest(bytes: Uint8Array, file: string): CertificationRequest {
  if (bytes[0] === TAG.sequence) return CertificationRequest.parse(bytes); // in text that octet is "0"
  const blocks = parsePem(bytes);
  const request = blocks.find(({ label }) => labels.includes(label));
  if (request !== undefined) return CertificationRequest.parse(request.der);
  const found = blocks.map(({ label }) => label).join(", ") || "no PEM block";
  const advice = "a certificate request begins with -----BEGIN CERTIFICATE REQUEST-----";
  throw new PkiError("ERR_NO_OBJECT", { file, found, advice });
}
