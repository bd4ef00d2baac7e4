import { OID } from "../../asn1/oids.ts";
import { requiresStaple } from "../revocation/must-staple.ts";
import type { CertificateRule } from "../rule.ts";

export const mustStapleNoStaple: CertificateRule = {
  id: "must-staple-no-staple",
  severity: "warning",
  citation: "RFC 7633 section 4.2.3.1",
  summary: "A server whose certificate promises a stapled OCSP response sends one.",
  roles: ["leaf"],
  extension: OID.tlsFeature,
  field: "extensions.tlsFeature",
  check: (certificate, { request }) =>
    request.ocsp.length === 0 && requiresStaple(certificate)
      ? "status_request is promised, and no OCSP response is there"
      : undefined,
};
