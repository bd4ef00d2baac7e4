import { type CertificateStatus, certificateStatus } from "../../ca/certificate-status.ts";
import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import { listCertificates } from "../../ca/list-certificates.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { parseDuration } from "../../profile/duration.ts";
import type { CertificateRecord } from "../../store/certificate-record.ts";
import { recordReport } from "../ca/issued-report.ts";
import { statusText } from "../ca/status-text.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { table } from "../text/table.ts";
import { relativeText } from "../text/time.ts";

export async function run(
  context: Context,
  { expiring, revoked, name, profile, ca }: Input<"list">,
): Promise<ExitCode> {
  const now = context.now();
  await withStore(context, async (caContext) => {
    const authority = ca === undefined ? undefined : chooseAuthority(await requireAuthorities(caContext.store), ca).id;
    const expiringWithinDays = expiring === undefined ? undefined : daysOf(expiring);
    const filter = { name, profile, authority, expiringWithinDays, ...(revoked ? { revoked } : {}) };
    const rows: ListRow[] = [];
    for await (const record of listCertificates(caContext, filter)) rows.push(rowOf(record, now));
    context.output.result(rows, (all, paint) =>
      all.length === 0
        ? "no certificates"
        : table(
            ["serial", "status", "names", "profile", "valid until", ""],
            all.map((row) => [
              row.serial,
              statusText(row.status, paint),
              row.san.join(", ") || row.subject,
              row.profile,
              row.notAfter,
              paint.dim(relativeText(new Date(row.notAfter), now)),
            ]),
            paint,
          ),
    );
  });
  return 0;
}

type ListRow = ReturnType<typeof recordReport> & { readonly status: CertificateStatus };

function rowOf(record: CertificateRecord, now: Date): ListRow {
  return { ...recordReport(record), status: certificateStatus(record, now) };
}

function daysOf(text: string): number {
  const seconds = parseDuration(text);
  if (seconds !== undefined) return seconds / 86_400;
  throw new PkiError("ERR_USAGE", { problem: `"${text}" is not a time span`, advice: "write it as 30d, 12h or 2w" });
}
