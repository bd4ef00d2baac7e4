import type { Validity } from "../../x509/certificate.ts";
import { durationText } from "../duration.ts";
import type { PolicyRule } from "./policy-rule.ts";

/** Both ends are inside the period (RFC 5280 section 4.1.2.5), so it is one second longer than their difference. */
export const validityRule: PolicyRule = {
  id: "validity",
  summary: "The period is not shorter than the profile's minimum and not longer than its maximum.",
  check({ certificate: { validity }, profile }, refuse) {
    const { min, max } = profile.validity;
    const seconds = (validity.notAfter.getTime() - validity.notBefore.getTime()) / 1000 + 1;
    if (seconds >= min && seconds <= max) return;
    refuse({
      at: "validity",
      found: `${durationText(Math.max(0, seconds))} long (${periodText(validity)})`,
      allowed: seconds > max ? `at most ${durationText(max)}` : `at least ${durationText(min)}`,
      knob: seconds > max ? "validity.max" : "validity.min",
    });
  },
};

function periodText({ notBefore, notAfter }: Validity): string {
  return `${notBefore.toISOString().slice(0, 19)}Z to ${notAfter.toISOString().slice(0, 19)}Z`;
}
