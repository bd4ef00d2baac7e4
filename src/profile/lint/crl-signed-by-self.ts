import { generalNameText } from "../../x509/general-name-text.ts";
import type { LintRule } from "./lint-rule.ts";

export const crlSignedBySelf: LintRule = {
  id: "crl-signed-by-self",
  severity: "error",
  citation: "RFC 5280 sections 4.2.1.13 and 6.3.3 (f)",
  summary:
    "A CA certificate points to a CRL that its issuer signs: a CRL by its own key cannot say that this key is revoked.",
  check({ crlUrls, ownCrlUrls }, report) {
    for (const { at, value, name } of crlUrls)
      if (ownCrlUrls.includes(value))
        report({ at, message: `the CRL at ${generalNameText(name)} is signed by the key of this very certificate` });
  },
};
