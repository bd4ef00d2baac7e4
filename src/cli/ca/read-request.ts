import { PkiError } from "../../errors/pki-error.ts";
import { CertificationRequest } from "../../x509/certification-request.ts";
import { looksLikePem, parsePem } from "../../x509/pem.ts";

/** The certificate request in an input, PEM or DER. `file` names it in the error. @throws PkiError ERR_NO_OBJECT, ERR_DER, ERR_PEM */
export function parseRequest(bytes: Uint8Array, file: string): CertificationRequest {
  if (!looksLikePem(bytes)) return CertificationRequest.parse(bytes);
  const blocks = parsePem(bytes);
  const request = blocks.find(({ label }) => label === "CERTIFICATE REQUEST" || label === "NEW CERTIFICATE REQUEST");
  if (request !== undefined) return CertificationRequest.parse(request.der);
  const advice = "a certificate request begins with -----BEGIN CERTIFICATE REQUEST-----";
  throw new PkiError("ERR_NO_OBJECT", {
    file,
    found: blocks.map(({ label }) => label).join(", ") || "no PEM block",
    advice,
  });
}
