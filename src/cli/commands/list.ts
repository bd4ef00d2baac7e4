import { type CertificateStatus, certificateStatus } from "../../ca/certificate-status.ts";
import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import { type ListOptions, listCertificates } from "../../ca/list-certificates.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { parseDuration } from "../../profile/duration.ts";
import type { CertificateRecord } from "../../store/certificate-record.ts";
import type { Store } from "../../store/store.ts";
import { Certificate } from "../../x509/certificate.ts";
import { type RecordReport, recordReport } from "../ca/record-report.ts";
import { renderList } from "../ca/render-list.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";

/** One certificate of the inventory. */
export interface ListRow extends RecordReport {
  readonly status: CertificateStatus;
}

/** The certificates that CAs issue to others; those of CAs stand in a hierarchy, which `ca list` shows. */
export async function run(context: Context, input: Input<"list">): Promise<ExitCode> {
  const now = context.now();
  const rows: ListRow[] = [];
  await withStore(context, async (ca) => {
    for await (const record of listCertificates(ca, await filterOf(ca.store, input)))
      if (input.withCas || !isCa(record))
        rows.push({ ...recordReport(record), status: certificateStatus(record, now) });
  });
  const width = context.stdout.isTTY ? context.output.width : Number.POSITIVE_INFINITY;
  context.output.result(rows, (all, paint) => renderList(all, paint, { now, width }));
  return 0;
}

/** What expires must be renewed, unless it was revoked. */
async function filterOf(store: Store, { expiring, revoked, name, profile, ca }: Input<"list">): Promise<ListOptions> {
  return {
    name,
    profile,
    authority: ca === undefined ? undefined : chooseAuthority(await requireAuthorities(store), ca).id,
    expiringWithinDays: expiring === undefined ? undefined : daysOf(expiring),
    revoked: revoked ? true : expiring === undefined ? undefined : false,
  };
}

function isCa({ certificateDer }: CertificateRecord): boolean {
  return Certificate.parse(certificateDer).basicConstraints?.value.ca === true;
}

function daysOf(text: string): number {
  const seconds = parseDuration(text);
  if (seconds !== undefined) return seconds / 86_400;
  throw new PkiError("ERR_USAGE", { problem: `"${text}" is not a time span`, advice: "write it as 30d, 12h or 2w" });
}
