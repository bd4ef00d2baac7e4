import type { PolicyRule } from "./policy-rule.ts";

/** A certificate is worth nothing once its issuer's has expired; found at renewal time, that is an outage. */
export const outlivesIssuerRule: PolicyRule = {
  id: "outlives-issuer",
  summary: "The certificate ends when its issuer's does, or before.",
  check({ certificate, issuer }, refuse) {
    const end = issuer.certificate?.notAfter;
    if (end === undefined || certificate.notAfter.getTime() <= end.getTime()) return;
    refuse({
      at: "validity.notAfter",
      found: certificate.notAfter.toISOString(),
      allowed: `at most ${end.toISOString()}, when ${issuer.subject} ends`,
      knob: "fewer days, a renewed issuer, or validity.outlivesIssuer: clamp",
    });
  },
};
