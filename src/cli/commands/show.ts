import { toPem } from "../../ca/export/pem-files.ts";
import { type ShownCertificate, showCertificate } from "../../ca/show-certificate.ts";
import { calledText, recordReport, storedTime } from "../ca/record-report.ts";
import { statusText } from "../ca/status-text.ts";
import { withStore } from "../ca/store.ts";
import { whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../paint.ts";
import { columns, type Row } from "../text/columns.ts";
import { printable } from "../text/printable.ts";
import { relativeText } from "../text/time.ts";

export async function run(context: Context, input: Input<"show">): Promise<ExitCode> {
  const which = await whichCertificate(context, input.certificate);
  const shown = await withStore(context, (ca) => showCertificate(ca, which));
  context.output.result(reportOf(shown), (report, paint) =>
    input.pem ? report.pem.trimEnd() : render(report, paint, context.now()),
  );
  return 0;
}

type ShowReport = ReturnType<typeof reportOf>;

function reportOf({ record, status, authority, certificate, chain }: ShownCertificate) {
  return { ...recordReport(record), status, authorityName: authority.name, pem: toPem([certificate, ...chain]) };
}

function render(report: ShowReport, paint: Paint, now: Date): string {
  const head = `${statusText(report.status, paint)}  ${paint.bold(printable(calledText(report)))}`;
  return [head, ...columns(rowsOf(report, now), paint)].join("\n");
}

function rowsOf(report: ShowReport, now: Date): readonly Row[] {
  const { serial, subject, authorityName, issuedAt, profile, notBefore, notAfter, sha256 } = report;
  const rows: Row[] = [
    ["serial", serial],
    ["subject", subject || "(empty)"],
    ["issued by", authorityName, storedTime(issuedAt)],
    ["profile", profile],
    ["valid from", notBefore],
    ["valid until", notAfter, relativeText(new Date(notAfter), now)],
    ["SHA-256", sha256],
  ];
  const { replaces, revoked } = report;
  if (replaces !== undefined) rows.push(["replaces", replaces]);
  if (revoked !== undefined) rows.push(["revoked", storedTime(revoked.at), revoked.reason]);
  if (revoked?.invalidityDate !== undefined) rows.push(["key lost", storedTime(revoked.invalidityDate)]);
  return rows;
}
