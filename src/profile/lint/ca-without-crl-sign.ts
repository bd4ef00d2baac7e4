import { basicConstraints } from "../../x509/extensions/basic-constraints.ts";
import { keyUsage } from "../../x509/extensions/key-usage.ts";
import type { LintRule } from "./lint-rule.ts";

export const caWithoutCrlSign: LintRule = {
  id: "ca-without-crl-sign",
  severity: "warning",
  citation: "RFC 5280 section 4.2.1.3",
  summary: "A CA may sign its CRLs: without cRLSign no client accepts them, and nothing that it issued can be revoked.",
  check({ certificate }, report) {
    const bits = certificate.extension(keyUsage)?.value ?? [];
    if (certificate.extension(basicConstraints)?.value.ca && !bits.includes("cRLSign"))
      report({ at: "extensions.keyUsage", message: `${bits.join(", ") || "no bits"}, without cRLSign` });
  },
};
