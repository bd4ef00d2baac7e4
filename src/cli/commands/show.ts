import { toPem } from "../../ca/export/pem-files.ts";
import { type ShownCertificate, showCertificate } from "../../ca/show-certificate.ts";
import { recordReport } from "../ca/issued-report.ts";
import { statusText } from "../ca/status-text.ts";
import { withStore } from "../ca/store.ts";
import { whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../output.ts";
import { columns, type Row } from "../text/columns.ts";
import { relativeText } from "../text/time.ts";

export async function run(context: Context, input: Input<"show">): Promise<ExitCode> {
  const which = await whichCertificate(context, input.certificate);
  const shown = await withStore(context, (ca) => showCertificate(ca, which));
  const report = reportOf(shown);
  context.output.result(report, (value, paint) =>
    input.pem ? value.pem.trimEnd() : render(value, paint, context.now()),
  );
  return 0;
}

type ShowReport = ReturnType<typeof reportOf>;

function reportOf({ record, status, authority, certificate, chain }: ShownCertificate) {
  return { ...recordReport(record), status, authorityName: authority.name, pem: toPem([certificate, ...chain]) };
}

function render(report: ShowReport, paint: Paint, now: Date): string {
  const {
    status,
    san,
    subject,
    serial,
    profile,
    authorityName,
    issuedAt,
    notBefore,
    notAfter,
    sha256,
    revoked,
    replaces,
  } = report;
  const rows: Row[] = [
    ["serial", serial],
    ["subject", subject || "(empty)"],
    ["issued by", authorityName, issuedAt],
    ["profile", profile],
    ["valid from", notBefore],
    ["valid until", notAfter, relativeText(new Date(notAfter), now)],
    ["SHA-256", sha256],
  ];
  if (replaces !== undefined) rows.push(["replaces", replaces]);
  if (revoked !== undefined) rows.push(["revoked", revoked.at, revoked.reason]);
  if (revoked?.invalidityDate !== undefined) rows.push(["key lost", revoked.invalidityDate]);
  return [`${statusText(status, paint)}  ${paint.bold(san.join(", ") || subject)}`, ...columns(rows, paint)].join("\n");
}
