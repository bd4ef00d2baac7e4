import type { Problem } from "../finding.ts";
import { hostSyntaxFault } from "../names/host-name.ts";
import type { CertificateRule } from "../rule.ts";

export const sanDnsSyntax: CertificateRule = {
  id: "san-dns-syntax",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.6",
  summary: "A dNSName is a host name, whose left-most label may be a wildcard.",
  roles: ["leaf"],
  applies: (certificate) => certificate.subjectAltName !== undefined,
  check: (certificate) => {
    const problems: Problem[] = [];
    for (const [place, name] of (certificate.subjectAltName?.value ?? []).entries()) {
      const fault = name.kind === "dns" ? hostSyntaxFault(name.value) : undefined;
      if (fault === undefined || name.kind !== "dns") continue;
      problems.push({ message: `"${name.value}": ${fault}`, field: `extensions.subjectAltName[${place}]` });
    }
    return problems.length > 0 ? problems : undefined;
  },
};
