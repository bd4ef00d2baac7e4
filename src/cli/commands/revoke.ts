import { revoke, unhold } from "../../ca/revoke.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { calledText, type RecordReport, recordReport, storedTime } from "../ca/record-report.ts";
import { withStore } from "../ca/store.ts";
import { whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { publishRevocation, type RevocationPublication } from "../crl/publish-revocation.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../text/printable.ts";
import { readTime } from "../verify/read-time.ts";

export async function run(context: Context, input: Input<"revoke">): Promise<ExitCode> {
  const which = await whichCertificate(context, input.certificate);
  const invalidityDate = input.compromisedAt === undefined ? undefined : pastTime(input.compromisedAt, context.now());
  const { record, crl } = await withStore(context, async (ca) => {
    const record = await (input.unhold
      ? unhold(ca, which)
      : revoke(ca, which, { reason: input.reason, invalidityDate }));
    const crl = input.deferCrl ? deferred : await publishRevocation(context, ca, record.authority, input);
    return { record, crl };
  });
  context.output.result({ ...recordReport(record), crl }, render);
  const { revoked } = record;
  if (revoked !== undefined && revoked.reason !== input.reason)
    context.output.note(`already revoked as ${revoked.reason} since ${storedTime(revoked.at)}; the reason stays`);
  if (crl.problem !== undefined) context.output.note(`rootcause: warning: no new CRL: ${crl.problem}`);
  if (crl.files.length > 0) context.output.note(`published: ${crl.files.join(", ")}`);
  else if (!crl.told) context.output.note(`next: rootcause crl --ca ${record.authority}, so that others learn of it`);
  return 0;
}

const deferred: RevocationPublication = { told: false, files: [] };

function render(report: RecordReport, paint: Paint): string {
  const { serial, revoked } = report;
  const called = `${paint.bold(printable(calledText(report)))}, serial ${serial}`;
  if (revoked === undefined) return `${paint.green("not on hold")}: ${called}`;
  const what = revoked.reason === "certificateHold" ? paint.yellow("on hold") : paint.red("revoked");
  return `${what}: ${called}, since ${storedTime(revoked.at)} (${revoked.reason})`;
}

function pastTime(text: string, now: Date): Date {
  const time = readTime(text);
  if (time <= now) return time;
  throw new PkiError("ERR_USAGE", {
    problem: `${text} is yet to come`,
    advice: "say when the key was lost, if you know",
  });
}
