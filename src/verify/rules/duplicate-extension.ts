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
    const oids = extensions.map(({ oid }) => oid);
    if (new Set(oids).size === oids.length) return undefined;
    const again = oids.find((oid, place) => oids.indexOf(oid) < place) as string;
    return `${extensionText(again)} stands there twice`;
  },
};
