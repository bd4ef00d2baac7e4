import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

/** Days. CA/Browser Forum Baseline Requirements section 6.3.2, for public server certificates. */
const PUBLIC_LIMIT = 398;
/** Days. Apple support article 103769: "TLS server certificates must have a validity period of 825 days or fewer". */
const APPLE_LIMIT = 825;
const DAY = 86_400_000;

export const validityTooLong: CertificateRule = {
  id: "validity-too-long",
  raises: ["validity-900d"],
  severity: "notice",
  citation: "CA/Browser Forum Baseline Requirements section 6.3.2; Apple support article 103769",
  summary: "A server certificate runs 398 days at most, 825 where only private clients use it.",
  roles: ["leaf"],
  field: "validity",
  applies: (_, { request }) => request.purpose?.oid === OID.serverAuth,
  check: ({ notBefore, notAfter }) => {
    const days = Math.ceil((notAfter.getTime() - notBefore.getTime()) / DAY);
    if (days > APPLE_LIMIT)
      return { code: "validity-900d", message: `valid for ${days} days, more than ${APPLE_LIMIT}` };
    return days > PUBLIC_LIMIT ? `valid for ${days} days, more than ${PUBLIC_LIMIT}` : undefined;
  },
};
