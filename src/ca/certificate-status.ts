import type { CertificateRecord } from "../store/certificate-record.ts";

export type CertificateStatus = "valid" | "not-yet-valid" | "expired" | "on-hold" | "revoked";

/** What has become of a certificate. Revoked counts before expired: it stays revoked. */
export function certificateStatus({ revoked, notBefore, notAfter }: CertificateRecord, now: Date): CertificateStatus {
  if (revoked !== undefined) return revoked.reason === "certificateHold" ? "on-hold" : "revoked";
  if (now > new Date(notAfter)) return "expired";
  return now < new Date(notBefore) ? "not-yet-valid" : "valid";
}
