import { oidName } from "../../asn1/oids.ts";
import { extendedKeyUsage } from "../../x509/extensions/extended-key-usage.ts";
import type { PolicyRule } from "./policy-rule.ts";

/** RFC 5280 section 4.2.1.12. */
export const extendedKeyUsageRule: PolicyRule = {
  id: "extended-key-usage",
  summary: "extendedKeyUsage has exactly the purposes of the profile.",
  check({ certificate, profile: { extendedKeyUsage: wanted } }, refuse) {
    const found = certificate.extension(extendedKeyUsage)?.value ?? [];
    if (found.length === wanted.purposes.length && wanted.purposes.every((purpose) => found.includes(purpose))) return;
    refuse({
      at: "extensions.extendedKeyUsage",
      found: words(found) || "absent",
      allowed: words(wanted.purposes) || "none",
      knob: "extendedKeyUsage.purposes",
    });
  },
};

function words(purposes: readonly string[]): string {
  return purposes.map((oid) => oidName(oid) ?? oid).join(", ");
}
