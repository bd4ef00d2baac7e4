import { equalBytes } from "../../asn1/bytes.ts";
import { OID, oidName } from "../../asn1/oids.ts";
import type { Extension } from "../../x509/extension.ts";
import { knownExtension } from "../../x509/extensions/index.ts";
import type { PolicyRule, Refusal } from "./policy-rule.ts";

/** Those that vary and have rules of their own. */
const judgedElsewhere: readonly string[] = [OID.keyUsage, OID.subjectKeyIdentifier, OID.subjectAltName];

export const extensionsRule: PolicyRule = {
  id: "extensions",
  summary:
    "The extensions are those of the profile, unchanged, and those of the request that the profile honours; none stands twice.",
  check({ certificate: { extensions }, compiled: { constants }, profile }, refuse) {
    const types = extensions.map(({ oid }) => oid);
    for (let i = 0; i < extensions.length; i++) {
      const extension = extensions[i] as Extension;
      const { oid } = extension;
      if (types.indexOf(oid) < i) refuse(refusal(oid, "there twice", "there once", "the request"));
      const constant = constants.find((one) => one.oid === oid);
      if (constant) {
        if (!equalBytes(constant.der, extension.der))
          refuse(refusal(oid, "changed", "what the profile writes", "the profile"));
      } else if (!judgedElsewhere.includes(oid)) {
        if (!profile.csr.extensions.includes(oid)) refuse(refusal(oid, "there", "absent", "csr.extensions"));
        knownExtension(oid)?.decode(extension.value);
      }
    }
    for (const { oid } of constants)
      if (!types.includes(oid)) refuse(refusal(oid, "absent", "what the profile writes", "the profile"));
  },
};

function refusal(oid: string, found: string, allowed: string, knob: string): Refusal {
  return { at: `extensions.${oidName(oid) ?? oid}`, found, allowed, knob };
}
