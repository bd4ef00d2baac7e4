import type { CaContext } from "../../ca/context.ts";
import { issue } from "../../ca/issue.ts";
import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import { Name } from "../../x509/name.ts";
import { checkDelivery, deliverBundle, deliveryDirectory } from "../ca/delivered.ts";
import { formatsOf, pkcs12Passphrase } from "../ca/formats-of.ts";
import { issuedReport, renderIssued } from "../ca/issued-report.ts";
import { noteNotices } from "../ca/notices.ts";
import { signingAuthority } from "../ca/signing-authority.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { profileOf } from "../profile-of.ts";
import { confirm } from "../prompt.ts";

export async function run(context: Context, input: Input<"issue">): Promise<ExitCode> {
  if (input.batch !== undefined) return (await import("../ca/issue-batch.ts")).issueBatch(context, input, input.batch);
  const [first] = input.names;
  if (first === undefined) {
    const advice = "name a host, an address, a mailbox or a URI, such as `rootcause issue localhost`";
    throw new PkiError("ERR_USAGE", { problem: "there is no name to issue a certificate for", advice });
  }
  await withOfferedStore(context, (ca) => issueOne(context, ca, input, first));
  return 0;
}

async function issueOne(context: Context, ca: CaContext, input: Input<"issue">, first: string): Promise<void> {
  const { names, key, days, subject, overwrite } = input;
  const formats = formatsOf(input);
  const directory = deliveryDirectory(context, input.out, first);
  const delivery = { directory, formats, overwrite, passphrase: pkcs12Passphrase(context, input) };
  await checkDelivery(delivery);
  const profile = await profileOf(context, input.profile);
  const authority = await signingAuthority(context, ca.store, input);
  const order = { profile, names, key, days, subject: subject === undefined ? undefined : Name.fromString(subject) };
  const issued = await issue(ca, authority, order);
  const files = await deliverBundle(context, delivery, { ...issued });
  context.output.result(issuedReport(issued, files), (report, paint) => renderIssued(report, paint, context.now()));
  noteNotices(context, issued.notices);
}

/** Where there is no store yet, a person at a terminal is offered one. */
async function withOfferedStore<T>(context: Context, use: (ca: CaContext) => Promise<T>): Promise<T> {
  try {
    return await withStore(context, use);
  } catch (error) {
    if (!isPkiError(error, "ERR_STORE_MISSING") || !context.isTty) throw error;
    if (!(await confirm(context, "There is no CA here yet. Make one now?", { advice: error.hint }))) throw error;
    const { initCa, renderInit } = await import("../ca/init-ca.ts");
    const { report } = await initCa(context);
    context.output.note(renderInit(report, context.output.paint, context.now()));
    return withStore(context, use);
  }
}
