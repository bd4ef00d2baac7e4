import { OID } from "../../asn1/oids.ts";
import type { LintRule } from "./lint-rule.ts";

const DAY_MS = 86_400_000;
/** Apple, "Requirements for trusted certificates in iOS 13 and macOS 10.15": any issuer. */
const APPLE_DAYS = 825;
/** CA/Browser Forum BR 6.3.2: public issuers, and what browsers may come to ask of all. */
const PUBLIC_DAYS = 398;

export const validityTooLong: LintRule = {
  id: "validity-too-long",
  severity: "notice",
  citation: "Apple HT210176; CA/Browser Forum BR 6.3.2",
  summary: "Apple refuses TLS servers that are valid for more than 825 days; public CAs may go to 398.",
  check({ certificate, purposes }, report) {
    if (!purposes.includes(OID.serverAuth)) return;
    const { notBefore, notAfter } = certificate.validity;
    const days = (notAfter.getTime() - notBefore.getTime() + 1000) / DAY_MS;
    if (days <= PUBLIC_DAYS) return;
    const limit =
      days > APPLE_DAYS ? `${APPLE_DAYS}, from which on Apple refuses it` : `${PUBLIC_DAYS}, the public limit`;
    report({ at: "validity", message: `${Math.ceil(days)} days are more than ${limit}` });
  },
};
