import { generalNameText } from "../../x509/general-name-text.ts";
import type { LintRule } from "./lint-rule.ts";

export const httpsPointer: LintRule = {
  id: "https-pointer",
  severity: "warning",
  citation: "RFC 5280 section 8",
  summary:
    "CRL, OCSP and issuer certificates are fetched by plain HTTP: they are signed, and HTTPS needs what it is to deliver.",
  check({ crlUrls, accessUrls }, report) {
    for (const { at, value, name } of [...crlUrls, ...accessUrls])
      if (value.startsWith("https:"))
        report({ at, message: `${generalNameText(name)} needs a certificate to be checked before it can be checked` });
  },
};
