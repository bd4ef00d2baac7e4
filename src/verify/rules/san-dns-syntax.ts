import { OID } from "../../asn1/oids.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import type { Problem } from "../finding.ts";
import { hostSyntaxFault } from "../names/host-name.ts";
import type { CertificateRule } from "../rule.ts";

/** Names that are told; a certificate can hold ten thousand. */
const ENOUGH = 20;

export const sanDnsSyntax: CertificateRule = {
  id: "san-dns-syntax",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.6",
  summary: "A dNSName is a host name, whose left-most label may be a wildcard.",
  roles: ["leaf"],
  extension: OID.subjectAltName,
  check: (certificate) => {
    const problems: Problem[] = [];
    certificate.subjectAltName?.value.forEach((name, place) => {
      const message = problems.length < ENOUGH ? fault(name) : undefined;
      if (message !== undefined) problems.push({ message, field: `extensions.subjectAltName[${place}]` });
    });
    return problems.length > 0 ? problems : undefined;
  },
};

function fault(name: GeneralName): string | undefined {
  const found = name.kind === "dns" ? hostSyntaxFault(name.value) : undefined;
  return name.kind === "dns" && found ? `"${name.value}" is no host name: ${found.why}` : undefined;
}
