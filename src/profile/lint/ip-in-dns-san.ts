import { generalNameText } from "../../x509/general-name-text.ts";
import { ipToBytes } from "../../x509/ip-address.ts";
import type { LintRule } from "./lint-rule.ts";

export const ipInDnsSan: LintRule = {
  id: "ip-in-dns-san",
  severity: "error",
  citation: "RFC 5280 section 4.2.1.6",
  summary:
    "An IP address stands in an iPAddress, never in a dNSName: clients that look for the address do not find it there.",
  check({ dnsNames }, report) {
    for (const { at, value, name } of dnsNames)
      if (ipToBytes(value)) report({ at, message: `${generalNameText(name)} is an IP address` });
  },
};
