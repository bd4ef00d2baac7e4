import { revoke, unhold } from "../../ca/revoke.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { recordReport } from "../ca/issued-report.ts";
import { withStore } from "../ca/store.ts";
import { whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";

export async function run(context: Context, input: Input<"revoke">): Promise<ExitCode> {
  const which = await whichCertificate(context, input.certificate);
  const invalidityDate = input.compromisedAt === undefined ? undefined : dateOf(input.compromisedAt);
  const record = await withStore(context, (ca) =>
    input.unhold ? unhold(ca, which) : revoke(ca, which, { reason: input.reason, invalidityDate }),
  );
  context.output.result(recordReport(record), ({ serial, san, subject, revoked }, paint) => {
    const called = `${paint.bold(san.join(", ") || subject)}, serial ${serial}`;
    if (revoked === undefined) return `${paint.green("no longer on hold")}: ${called}`;
    return `${paint.red(revoked.reason === "certificateHold" ? "on hold" : "revoked")}: ${called}, since ${revoked.at} (${revoked.reason})`;
  });
  return 0;
}

function dateOf(text: string): Date {
  const date = new Date(text);
  if (Number.isFinite(date.getTime())) return date;
  throw new PkiError("ERR_USAGE", { problem: `"${text}" is not a time`, advice: "write it as 2026-11-23T12:00:00Z" });
}
