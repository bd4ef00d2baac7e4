import type { Issued } from "../../ca/issue.ts";
import type { Delivered } from "../../ca/issue-into.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../paint.ts";
import { columns, type Row } from "../text/columns.ts";
import { printable } from "../text/printable.ts";
import { relativeText } from "../text/time.ts";
import { type PathsByKind, pathsByKind } from "./delivery.ts";
import { noteNotices } from "./notices.ts";
import { calledText, storedTime } from "./record-report.ts";

/** What `issue`, `sign` and `renew` answer: the contract of `--json`. */
export interface IssuedReport {
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly subject: string;
  readonly san: readonly string[];
  readonly profile: string;
  readonly files: PathsByKind;
  readonly replaces?: string;
  /** What of a request the profile did not honour. */
  readonly leftOut?: readonly string[];
}

/** Says what was issued and where its files are, and on stderr what to know about it. */
export function reportIssued(
  context: Context,
  { record, files, notices, leftOut = [] }: Delivered<Issued> & Pick<IssuedReport, "leftOut">,
): void {
  const { serial, notBefore, notAfter, subject, names: san, profile, replaces } = record;
  const report = {
    serial,
    notBefore: storedTime(notBefore),
    notAfter: storedTime(notAfter),
    subject,
    san,
    profile,
    files: pathsByKind(context, files),
    ...(replaces === undefined ? {} : { replaces }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  };
  context.output.result(report, (value: IssuedReport, paint) => render(value, paint, context.now()));
  for (const left of leftOut) context.output.note(`rootcause: the profile leaves out of the request: ${left}`);
  noteNotices(context, notices);
}

function render(report: IssuedReport, paint: Paint, now: Date): string {
  const { serial, notAfter, profile, replaces, files } = report;
  const rows: Row[] = [
    ["serial", serial],
    ["profile", profile],
    ["valid until", notAfter, relativeText(new Date(notAfter), now)],
  ];
  if (replaces !== undefined) rows.push(["replaces", replaces]);
  const head = `${paint.green("issued")} ${paint.bold(printable(calledText(report)))}`;
  return [head, ...columns([...rows, ...fileRows(files)], paint)].join("\n");
}

const remarks: Readonly<Record<string, string>> = {
  key: "the private key: keep it secret",
  fullchain: "what the server sends",
  root: "what clients trust",
};

function fileRows(files: PathsByKind): readonly Row[] {
  return Object.entries(files).map(([kind, path]) => {
    const remark = remarks[kind];
    return remark === undefined ? [kind, path] : [kind, path, remark];
  });
}
