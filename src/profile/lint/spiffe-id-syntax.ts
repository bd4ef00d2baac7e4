import { generalNameText } from "../../x509/general-name-text.ts";
import type { LintRule } from "./lint-rule.ts";

/** Octets. */
const MAX_LENGTH = 2048;
const MAX_TRUST_DOMAIN = 255;

export const spiffeIdSyntax: LintRule = {
  id: "spiffe-id-syntax",
  severity: "error",
  citation: "SPIFFE-ID section 2; X509-SVID section 2",
  summary:
    "A SPIFFE id is spiffe://trust-domain/path: lower-case domain, a path of plain segments, no port, user, query or fragment.",
  check({ uris }, report) {
    for (const { at, value, name } of uris) {
      const problem = /^spiffe:/i.test(value) ? problemOf(value) : undefined;
      if (problem) report({ at, message: `${generalNameText(name).slice(0, 200)} ${problem}` });
    }
  },
};

function problemOf(id: string): string | undefined {
  const [whole, domain, path] = /^spiffe:\/\/([^/?#]*)([^?#]*)/.exec(id) ?? [];
  if (whole !== id || domain === undefined || path === undefined) return "is not spiffe://, a trust domain and a path";
  if (id.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} octets`;
  if (!/^[a-z0-9._-]+$/.test(domain) || domain.length > MAX_TRUST_DOMAIN)
    return "has a trust domain with other characters than a-z, 0-9, dot, hyphen and underscore";
  if (!/^(\/[A-Za-z0-9._-]+)+$/.test(path))
    return "has an empty path, or one with an empty segment or unusual characters";
  return /\/\.{1,2}(\/|$)/.test(path) ? "has a dot segment" : undefined;
}
