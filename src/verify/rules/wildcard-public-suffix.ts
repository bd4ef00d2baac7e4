import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

/** `*.com`, and `*.co.uk` and its like: what can be told without the public suffix list. */
const wholeSuffix = /^\*\.([a-z0-9-]+|(ac|co|com|edu|gov|net|org)\.[a-z]{2})$/i;

export const wildcardPublicSuffix: CertificateRule = {
  id: "wildcard-public-suffix",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 3.2.2.6",
  summary: "A wildcard does not stand for a whole public suffix.",
  roles: ["leaf"],
  extension: OID.subjectAltName,
  field: "extensions.subjectAltName",
  check: (certificate) => {
    const names = certificate.subjectAltName?.value ?? [];
    const found = names.find((name) => name.kind === "dns" && wholeSuffix.test(name.value));
    return found?.kind === "dns" ? `"${found.value}" stands for a whole public suffix` : undefined;
  },
};
