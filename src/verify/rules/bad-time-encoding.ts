import { isPkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateRule } from "../rule.ts";

export const badTimeEncoding: CertificateRule = {
  id: "bad-time-encoding",
  severity: "error",
  citation: "RFC 5280 section 4.1.2.5",
  summary: "The dates of a certificate are UTCTime or GeneralizedTime with seconds, in UTC, without fractions.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "validity",
  check: unreadableValidity,
};

/** Why the dates cannot be read; undefined when they can. */
function unreadableValidity(certificate: Certificate): string | undefined {
  try {
    return certificate.validity && undefined;
  } catch (error) {
    if (isPkiError(error)) return error.message;
    throw error;
  }
}
