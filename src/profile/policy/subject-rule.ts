import { OID, oidName } from "../../asn1/oids.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import type { Name } from "../../x509/name.ts";
import { commonNameOf } from "../holes/subject.ts";
import type { PolicyRule, Refusal } from "./policy-rule.ts";

/** Which attributes a subject has, and what the fixed ones say. */
export const subjectRule: PolicyRule = {
  id: "subject",
  summary: "The subject has the fixed and the required attributes, and no others than the allowed ones.",
  *check({ certificate, profile: { subject: terms } }) {
    const { fixed, required, forbidden, allowed, commonName } = terms;
    const { subject } = certificate;
    const types = new Set(subject.rdns.flat().map(({ type }) => type));
    for (const type of required) if (!types.has(type)) yield attribute(type, "absent", "any value", "subject.required");
    for (const [type, value] of Object.entries(fixed)) {
      const found = valuesOf(subject, type);
      if (found !== value) yield attribute(type, found || "absent", value, `subject.fixed.${label(type)}`);
    }
    for (const type of types) {
      const isExpected = type in fixed || required.includes(type) || type === OID.commonName;
      if (forbidden.includes(type)) yield attribute(type, valuesOf(subject, type), "none", "subject.forbidden");
      else if (!isExpected && allowed !== "any" && !allowed.includes(type))
        yield attribute(type, valuesOf(subject, type), "none", "subject.allowed");
    }
    if (commonName === "request" || OID.commonName in fixed) return;
    const first = commonName === "none" ? undefined : commonNameOf(certificate.extension(subjectAltName)?.value ?? []);
    if (subject.commonName !== undefined && subject.commonName !== first)
      yield attribute(OID.commonName, subject.commonName, first ?? "none", "subject.commonName");
  },
};

function attribute(type: string, found: string, allowed: string, knob: string): Refusal {
  return { at: `subject.${label(type)}`, found, allowed, knob };
}

function valuesOf(subject: Name, type: string): string {
  return subject.rdns.flatMap((rdn) => rdn.flatMap((part) => (part.type === type ? [part.value] : []))).join(", ");
}

function label(type: string): string {
  return oidName(type) ?? type;
}
