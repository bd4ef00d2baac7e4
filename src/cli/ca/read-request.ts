import { TAG } from "../../asn1/tag.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { CertificationRequest } from "../../x509/certification-request.ts";
import { parsePem } from "../../x509/pem.ts";
import { foreignFormat } from "../inspect/foreign-format.ts";
import { kindOfShape } from "../inspect/shape.ts";

/** RFC 7468 section 7, and what Netscape's successors still write. */
const labels = ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"];

/** The certificate request in an input, PEM or DER. `file` names it in the error. @throws PkiError ERR_NO_REQUEST, ERR_NO_OBJECT, ERR_DER, ERR_PEM */
export function parseRequest(bytes: Uint8Array, file: string): CertificationRequest {
  if (bytes[0] === TAG.sequence) return parseDer(bytes, file); // in text that octet is "0"
  const blocks = parsePem(bytes);
  const request = blocks.find(({ label }) => labels.includes(label));
  if (request !== undefined) return CertificationRequest.parse(request.der);
  throw blocks.length === 0 ? foreignFormat(bytes, file) : noRequest(file, blocks.map(({ label }) => label).join(", "));
}

function parseDer(der: Uint8Array, file: string): CertificationRequest {
  const kind = kindOfShape(der) ?? "certificate-request"; // what is broken says so when it is parsed
  if (kind !== "certificate-request") throw noRequest(file, kind);
  return CertificationRequest.parse(der);
}

function noRequest(file: string, found: string): PkiError {
  const advice = /^certificate\b/i.test(found)
    ? "`rootcause renew FILE` issues a certificate of this CA again"
    : "a certificate request begins with -----BEGIN CERTIFICATE REQUEST-----";
  return new PkiError("ERR_NO_REQUEST", { file, found, advice });
}
