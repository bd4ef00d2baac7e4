import { OID, oidName } from "../../asn1/oids.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import type { NameAttribute } from "../../x509/name-attribute.ts";
import { rdnsToText } from "../../x509/name-text.ts";
import { commonNameOf } from "../holes/subject.ts";
import type { PolicyRule, Refusal } from "./policy-rule.ts";

/** Which attributes a subject has, and what the fixed ones say. */
export const subjectRule: PolicyRule = {
  id: "subject",
  summary: "The subject has the fixed and the required attributes, and no others than the allowed ones.",
  check({ certificate, profile: { subject: terms } }, refuse) {
    const { fixed, required, forbidden, allowed, commonName } = terms;
    const { attributes } = certificate.subject;
    const types = attributes.map(({ type }) => type);
    const found = (type: string) => attributes.filter((attribute) => attribute.type === type);
    for (const type of required) if (!types.includes(type)) refuse(refusal(type, [], "any value", "subject.required"));
    for (const [type, value] of Object.entries(fixed))
      if (!says(found(type), value)) refuse(refusal(type, found(type), value, `subject.fixed.${label(type)}`));
    for (const [i, type] of types.entries()) {
      if (types.indexOf(type) < i) continue;
      const isExpected = type in fixed || required.includes(type) || type === OID.commonName;
      if (forbidden.includes(type)) refuse(refusal(type, found(type), "none", "subject.forbidden"));
      else if (!isExpected && allowed !== "any" && !allowed.includes(type))
        refuse(refusal(type, found(type), "none", "subject.allowed"));
    }
    if (commonName === "request" || OID.commonName in fixed || !types.includes(OID.commonName)) return;
    const first = commonName === "none" ? undefined : commonNameOf(certificate.extension(subjectAltName)?.value ?? []);
    if (first === undefined || !says(found(OID.commonName), first))
      refuse(refusal(OID.commonName, found(OID.commonName), first ? "the first name" : "none", "subject.commonName"));
  },
};

function says(attributes: readonly NameAttribute[], value: string): boolean {
  return attributes.length === 1 && attributes[0]?.value === value;
}

function refusal(type: string, found: readonly NameAttribute[], allowed: string, knob: string): Refusal {
  const text = rdnsToText(found.map((attribute) => [attribute]));
  return { at: `subject.${label(type)}`, found: text || "absent", allowed, knob };
}

function label(type: string): string {
  return oidName(type) ?? type;
}
