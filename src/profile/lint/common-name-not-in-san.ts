import { OID } from "../../asn1/oids.ts";
import { nameValue } from "../name-value.ts";
import type { LintRule } from "./lint-rule.ts";

export const commonNameNotInSan: LintRule = {
  id: "common-name-not-in-san",
  severity: "warning",
  citation: "CA/Browser Forum BR 7.1.4.3; RFC 9525 section 2",
  summary:
    "The common name of a TLS server repeats one of its alternative names: what people read is then what clients match.",
  check({ certificate, names, purposes }, report) {
    const { commonName } = certificate.subject;
    if (commonName === undefined || names.length === 0 || !purposes.includes(OID.serverAuth)) return;
    if (!names.some((name) => nameValue(name)?.toLowerCase() === commonName.toLowerCase()))
      report({
        at: "subject.commonName",
        message: `${certificate.subject} names what none of the ${names.length} alternative names does`,
      });
  },
};
