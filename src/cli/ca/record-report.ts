import type { CertificateRecord } from "../../store/certificate-record.ts";
import { timeText } from "../text/time.ts";

/** A certificate of the store, in the words of `--json`. */
export type RecordReport = Omit<CertificateRecord, "certificateDer" | "names"> & { readonly san: readonly string[] };

export function recordReport({ certificateDer: _, names, ...record }: CertificateRecord): RecordReport {
  const { notBefore, notAfter } = record;
  return { ...record, notBefore: storedTime(notBefore), notAfter: storedTime(notAfter), san: names };
}

/** A time of the store in the whole seconds that certificates and CRLs know. */
export function storedTime(text: string): string {
  const date = new Date(text);
  date.setUTCMilliseconds(0);
  return timeText(date);
}

/** What people call a certificate: its names, else its subject. */
export function calledText({ san, subject, serial }: Pick<RecordReport, "san" | "subject" | "serial">): string {
  return san.join(", ") || subject || serial;
}
