import type { CertificateRule } from "../rule.ts";

export const noAuthorityKeyIdentifier: CertificateRule = {
  id: "strict-leaf-no-aki",
  raises: ["strict-int-no-aki"],
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.1",
  summary: "A certificate that is not self-signed names its issuer's key.",
  roles: ["leaf", "intermediate"],
  field: "extensions",
  check: (certificate, { role }) => {
    if (certificate.authorityKeyIdentifier?.value.keyId || certificate.isSelfIssued) return undefined;
    const code = role === "leaf" ? "strict-leaf-no-aki" : "strict-int-no-aki";
    return { code, message: "there is no authorityKeyIdentifier with a keyIdentifier" };
  },
};
