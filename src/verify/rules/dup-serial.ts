import { equalBytes } from "../../asn1/bytes.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Problem } from "../finding.ts";
import type { PoolEntry } from "../path/certificate-pool.ts";
import type { GivenRule } from "../rule.ts";
import { timeText } from "../text.ts";

export const dupSerial: GivenRule = {
  id: "dup-serial-a",
  raises: ["dup-serial-b"],
  severity: "warning",
  citation: "RFC 5280 section 4.1.2.2",
  summary: "Issuer and serial number belong to one certificate only.",
  field: "serialNumber",
  check: ({ path: { entries }, given: { pool } }) => {
    const problems: Problem[] = [];
    entries.forEach(({ certificate }, index) => {
      const twin = twinAmong(pool.entries, certificate) ?? twinAmong(entries, certificate);
      if (twin !== undefined) problems.push({ ...reused(certificate, twin), index });
    });
    return problems.length > 0 ? problems : undefined;
  },
};

function twinAmong(entries: readonly PoolEntry[], certificate: Certificate): Certificate | undefined {
  for (const other of entries) if (isNumberedAlike(certificate, other.certificate)) return other.certificate;
  return undefined;
}

function isNumberedAlike(one: Certificate, other: Certificate): boolean {
  return (
    one !== other &&
    equalBytes(one.serialNumber, other.serialNumber) &&
    one.issuer.equals(other.issuer) &&
    !one.equals(other)
  );
}

/** Whether this one had the number first; of two that begin together, none took it from the other. */
function reused({ notBefore, serialHex }: Certificate, twin: Certificate): Problem {
  const other = `number ${serialHex} of this issuer is also on a certificate that begins at ${timeText(twin.notBefore)}`;
  return notBefore.getTime() > twin.notBefore.getTime()
    ? { code: "dup-serial-b", message: `${other}: this one took it over` }
    : { code: "dup-serial-a", message: other };
}
