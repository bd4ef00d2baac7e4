import { equalBytes } from "../../asn1/bytes.ts";
import { OID, oidName } from "../../asn1/oids.ts";
import type { PolicyRule, Refusal } from "./policy-rule.ts";

/** Those that vary and have rules of their own. */
const judgedElsewhere: readonly string[] = [OID.keyUsage, OID.subjectKeyIdentifier, OID.subjectAltName];

export const extensionsRule: PolicyRule = {
  id: "extensions",
  summary:
    "The extensions are those of the profile, unchanged, and those of the request that the profile honours; none stands twice.",
  *check({ certificate: { extensions }, compiled: { constants }, profile }) {
    const honoured = [...judgedElsewhere, ...profile.csr.extensions];
    for (const [i, { oid, der }] of extensions.entries()) {
      const constant = constants.find((extension) => extension.oid === oid);
      if (extensions.findIndex((other) => other.oid === oid) !== i)
        yield refusal(oid, "there twice", "once", "the request");
      else if (constant ? !equalBytes(constant.der, der) : !honoured.includes(oid))
        yield refusal(
          oid,
          constant ? "changed" : "there",
          constant ? "as the profile has it" : "absent",
          "csr.extensions",
        );
    }
    for (const { oid } of constants)
      if (!extensions.some((extension) => extension.oid === oid))
        yield refusal(oid, "absent", "as the profile has it", "the profile");
  },
};

function refusal(oid: string, found: string, allowed: string, knob: string): Refusal {
  return { at: `extensions.${oidName(oid) ?? oid}`, found, allowed, knob };
}
