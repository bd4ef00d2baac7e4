import { OID } from "../../asn1/oids.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { otherNameText } from "../../x509/other-name.ts";
import type { CompiledPatterns, PatternList } from "../patterns/compiled-patterns.ts";
import type { PolicyRule, Refusal } from "./policy-rule.ts";

/** Deny wins over allow; a wildcard name is denied as soon as one of the names that it stands for is. */
export const namePatternsRule: PolicyRule = {
  id: "name-patterns",
  summary: "Every name matches a pattern that the profile allows, and none that it denies.",
  check({ certificate, compiled }, refuse) {
    for (const [i, name] of (certificate.extension(subjectAltName)?.value ?? []).entries()) {
      const refusal = judge(name, compiled.patterns);
      if (refusal) refuse({ at: `extensions.subjectAltName[${i}]`, found: generalNameText(name), ...refusal });
    }
  },
};

type Verdict = Pick<Refusal, "allowed" | "knob"> | undefined;

function judge(name: GeneralName, { dns, ip, email, uri }: CompiledPatterns): Verdict {
  switch (name.kind) {
    case "dns":
      return judgeBy(dns, "dns", name.value);
    case "ip":
      return judgeBy(ip, "ip", name.bytes);
    case "email":
      return judgeBy(email, "email", name.value);
    case "uri":
      return judgeBy(uri, "uri", name.value);
    case "otherName":
      return name.oid === OID.smtpUtf8Mailbox ? judgeBy(email, "email", otherNameText(name.valueDer) ?? "") : undefined;
    default:
      return undefined;
  }
}

function judgeBy<Value>({ allow, deny }: PatternList<Value>, kind: keyof CompiledPatterns, value: Value): Verdict {
  const denied = deny.find((pattern) => pattern.overlaps(value));
  if (denied) return { allowed: `nothing that ${denied.text} denies`, knob: `subjectAltName.${kind}.deny` };
  if (allow.length === 0 || allow.some((pattern) => pattern.contains(value))) return undefined;
  return { allowed: allow.map(({ text }) => text).join(" or "), knob: `subjectAltName.${kind}.allow` };
}
