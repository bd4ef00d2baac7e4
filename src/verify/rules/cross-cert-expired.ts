import { equalBytes } from "../../asn1/bytes.ts";
import type { Problem } from "../finding.ts";
import type { PoolEntry } from "../path/certificate-pool.ts";
import type { Given } from "../path/given.ts";
import type { GivenRule } from "../rule.ts";
import { certificateText, timeText } from "../text.ts";
import { isExpired } from "./expired.ts";

export const crossCertExpired: GivenRule = {
  id: "cross-cert-expired",
  raises: ["cross-sign-expired-alt"],
  severity: "notice",
  citation: "RFC 4158 section 2.4.2",
  summary: "No expired way up stands beside the good one.",
  check: ({ path: { entries }, given }, { at }) => {
    if (given.pool.size < entries.length) return undefined;
    const problems: Problem[] = [];
    for (const [index, entry] of entries.entries()) {
      for (const twin of index === 0 ? [] : twinsOf(entry, given)) {
        const expired = [twin, ...issuersOf(twin, given)].find(({ certificate }) => isExpired(certificate, at));
        if (expired === undefined) continue;
        const { certificate } = expired;
        const message = `another way leads over ${certificateText(certificate)}, expired at ${timeText(certificate.notAfter)}`;
        problems.push({ code: expired === twin ? "cross-cert-expired" : "cross-sign-expired-alt", message, index });
      }
    }
    return problems.length > 0 ? problems : undefined;
  },
};

/** Other certificates for the same CA and key. */
function twinsOf(entry: PoolEntry, { pool }: Given): readonly PoolEntry[] {
  const { subject, spkiDer } = entry.certificate;
  return pool
    .withSubjectDer(subject)
    .filter((other) => other !== entry && equalBytes(other.certificate.spkiDer, spkiDer));
}

function issuersOf({ certificate }: PoolEntry, { pool }: Given): readonly PoolEntry[] {
  return certificate.isSelfIssued ? [] : pool.withSubjectDer(certificate.issuer);
}
