import type { Issued } from "../../ca/issue.ts";
import type { CertificateRecord } from "../../store/certificate-record.ts";
import type { Paint } from "../output.ts";
import { columns, type Row } from "../text/columns.ts";
import { relativeText } from "../text/time.ts";
import type { DeliveredPaths } from "./delivered.ts";

/** What `issue`, `sign` and `renew` answer: the contract of `--json`. */
export interface IssuedReport {
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly subject: string;
  readonly san: readonly string[];
  readonly profile: string;
  readonly files: DeliveredPaths;
  readonly replaces?: string;
}

export function issuedReport({ record }: Pick<Issued, "record">, files: DeliveredPaths): IssuedReport {
  const { serial, notBefore, notAfter, subject, names, profile, replaces } = record;
  const report = { serial, notBefore, notAfter, subject, san: names, profile, files };
  return replaces === undefined ? report : { ...report, replaces };
}

export function renderIssued(report: IssuedReport, paint: Paint, now: Date): string {
  const head = `${paint.green("issued")} ${paint.bold(report.san.join(", ") || report.subject)}`;
  return [head, ...columns([...issuedRows(report, now), ...fileRows(report.files)], paint)].join("\n");
}

function issuedRows({ serial, notAfter, profile, replaces }: IssuedReport, now: Date): readonly Row[] {
  const rows: Row[] = [
    ["serial", serial],
    ["profile", profile],
    ["valid until", notAfter, relativeText(new Date(notAfter), now)],
  ];
  return replaces === undefined ? rows : [...rows, ["replaces", replaces]];
}

const remarks: Readonly<Record<string, string>> = {
  key: "the private key: keep it secret",
  fullchain: "what the server sends",
  root: "what clients trust",
};

function fileRows(files: DeliveredPaths): readonly Row[] {
  return Object.entries(files).map(([what, path]) => {
    const remark = remarks[what];
    return remark === undefined ? [what, path] : [what, path, remark];
  });
}

/** A record in the words of `--json`. */
export function recordReport(record: CertificateRecord) {
  const { certificateDer: _, names, ...rest } = record;
  return { ...rest, san: names };
}
