import type { Problem } from "../finding.ts";
import { keyIdentifierMismatchText, matchKeyIdentifiers } from "../path/key-identifiers.ts";
import type { PathRule } from "../rule.ts";

export const akiMismatch: PathRule = {
  id: "aki-mismatch",
  severity: "error",
  citation: "RFC 5280 section 4.2.1.1",
  summary: "The key that a certificate names as its issuer's is the one that the issuer says it has.",
  field: "extensions.authorityKeyIdentifier",
  applies: ({ links }) => links.length > 0,
  check: ({ entries, links }) => {
    const problems: Problem[] = [];
    links.forEach((link, index) => {
      const child = entries[index]?.certificate;
      const issuer = entries[index + 1]?.certificate;
      if (child === undefined || issuer === undefined || link === "bad") return;
      if (matchKeyIdentifiers(child, issuer) === "other")
        problems.push({ message: keyIdentifierMismatchText(child, issuer), index });
    });
    return problems.length > 0 ? problems : undefined;
  },
};
