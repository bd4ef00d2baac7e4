import type { Certificate } from "../x509/certificate.ts";
import { generalNameText } from "../x509/general-name-text.ts";

/** What a person calls a certificate: its subject, else its first name, else its serial number. */
export function certificateText(certificate: Certificate): string {
  if (!certificate.subject.isEmpty) return `"${certificate.subject}"`;
  const first = certificate.subjectAltName?.value[0];
  return first ? `"${generalNameText(first)}"` : `number ${certificate.serialHex}`;
}

/** "2026-06-01 00:00:00 UTC": to the second, which is all that a certificate says. */
export function timeText(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** "12 days", "5 seconds": the largest unit of which there is at least one. */
export function durationText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [unit, size] = units.find(([, each]) => seconds >= each) ?? ["second", 1];
  const count = Math.floor(seconds / size);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const units: readonly (readonly [string, number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
