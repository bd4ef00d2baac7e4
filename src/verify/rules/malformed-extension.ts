import { isPkiError } from "../../errors/pki-error.ts";
import { knownExtension } from "../../x509/extensions/index.ts";
import type { Problem } from "../finding.ts";
import type { CertificateRule } from "../rule.ts";

export const malformedExtension: CertificateRule = {
  id: "malformed-extension",
  severity: "error",
  citation: "RFC 5280 section 4.2",
  summary: "Every extension of a known type decodes.",
  roles: ["leaf", "intermediate", "anchor"],
  check: (certificate) => {
    const problems: Problem[] = [];
    for (const { oid } of certificate.extensions) {
      const codec = knownExtension(oid);
      if (codec === undefined) continue;
      try {
        certificate.extension(codec);
      } catch (error) {
        if (!isPkiError(error)) throw error;
        problems.push({ message: `${codec.name}: ${error.message}`, field: `extensions.${codec.name}` });
      }
    }
    return problems.length > 0 ? problems : undefined;
  },
};
