import type { CertificateRule } from "../rule.ts";
import { extensionText } from "./extension-text.ts";

export const duplicateExtension: CertificateRule = {
  id: "duplicate-extension",
  severity: "error",
  citation: "RFC 5280 section 4.2",
  summary: "A certificate has each extension at most once.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "extensions",
  check: ({ extensions }) => {
    const again = extensions.find(({ oid }, place) => extensions.findIndex((other) => other.oid === oid) < place);
    return again && `${extensionText(again.oid)} stands there twice`;
  },
};
