import { tlsFeature } from "../../x509/extensions/tls-feature.ts";
import type { CertificateRule } from "../rule.ts";

/** status_request, RFC 6066 section 8. */
const STATUS_REQUEST = 5;

export const mustStapleNoStaple: CertificateRule = {
  id: "must-staple-no-staple",
  severity: "warning",
  citation: "RFC 7633 section 4.2.3",
  summary: "A server whose certificate promises a stapled OCSP response sends one.",
  roles: ["leaf"],
  field: "extensions.tlsFeature",
  applies: (certificate, { request }) => request.ocsp.length === 0 && certificate.extension(tlsFeature) !== undefined,
  check: (certificate) =>
    certificate.extension(tlsFeature)?.value.includes(STATUS_REQUEST)
      ? "status_request is promised, and no OCSP response is there"
      : undefined,
};
