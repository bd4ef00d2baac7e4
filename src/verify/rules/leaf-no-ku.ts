import type { CertificateRule } from "../rule.ts";

export const leafNoKu: CertificateRule = {
  id: "leaf-no-ku",
  severity: "notice",
  citation: "RFC 5280 section 4.2.1.3",
  summary: "A leaf says what its key may be used for.",
  roles: ["leaf"],
  field: "extensions",
  check: (certificate, { request }) =>
    certificate.keyUsage || request.purpose === undefined ? undefined : "the leaf has no keyUsage",
};
