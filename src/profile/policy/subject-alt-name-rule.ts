import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { sanKindOf } from "../san-kind.ts";
import type { PolicyRule } from "./policy-rule.ts";

/** RFC 5280 section 4.2.1.6. */
export const subjectAltNameRule: PolicyRule = {
  id: "subject-alt-name",
  summary: "The names are of the allowed kinds and number, and critical exactly when the subject is empty.",
  check({ certificate, profile }, refuse) {
    const terms = profile.subjectAltName;
    const extension = certificate.extension(subjectAltName);
    const names = extension?.value ?? [];
    const at = "extensions.subjectAltName";
    for (const [i, name] of names.entries()) {
      if (!terms.allowed.some((kind) => kind === sanKindOf(name)))
        refuse({
          at: `${at}[${i}]`,
          found: generalNameText(name),
          allowed: terms.allowed.join(" or ") || "no name",
          knob: "subjectAltName.allowed",
        });
      if (name.kind === "dns" && name.value.includes("*") && !terms.wildcards)
        refuse({
          at: `${at}[${i}]`,
          found: generalNameText(name),
          allowed: "no wildcard",
          knob: "subjectAltName.wildcards",
        });
    }
    for (const kind of terms.required)
      if (!names.some((name) => sanKindOf(name) === kind))
        refuse({ at, found: `without ${kind}`, allowed: `with ${kind}`, knob: "subjectAltName.required" });
    const found = names.length === 1 ? "one name" : `${names.length} names`;
    if (names.length < terms.min) refuse({ at, found, allowed: `at least ${terms.min}`, knob: "subjectAltName.min" });
    if (names.length > terms.max) refuse({ at, found, allowed: `at most ${terms.max}`, knob: "subjectAltName.max" });
    const critical = extension?.critical;
    if (critical !== undefined && critical !== certificate.subject.isEmpty)
      refuse({ at: `${at}.critical`, found: `${critical}`, allowed: `${!critical}`, knob: "the subject" });
  },
};
