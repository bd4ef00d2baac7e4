import type { CaContext } from "../../ca/context.ts";
import { issue } from "../../ca/issue.ts";
import { issueInto } from "../../ca/issue-into.ts";
import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import { Name } from "../../x509/name.ts";
import { deliveryOf } from "../ca/delivery.ts";
import { formatsOf, pkcs12Passphrase } from "../ca/formats-of.ts";
import { reportIssued } from "../ca/issued-report.ts";
import { signingAuthority } from "../ca/signing-authority.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { issuableProfile } from "../profile-of.ts";
import { confirm } from "../prompt.ts";

export async function run(context: Context, input: Input<"issue">): Promise<ExitCode> {
  if (input.batch !== undefined) return (await import("../ca/issue-batch.ts")).issueBatch(context, input, input.batch);
  const { names, key, days } = input;
  const subject = input.subject === undefined ? undefined : Name.fromString(input.subject);
  const called = names[0] ?? subject?.commonName ?? subject?.toString();
  if (called === undefined) throw nothingToIssue();
  const formats = formatsOf(input);
  const passphrase = await pkcs12Passphrase(context, formats, input);
  const delivery = deliveryOf(context, input, called, { formats, passphrase });
  const order = { profile: await issuableProfile(context, input.profile), names, key, days, subject };
  const issued = await withOfferedStore(context, (ca) =>
    issueInto(delivery, async () => issue(ca, await signingAuthority(context, ca.store, input), order)),
  );
  reportIssued(context, issued);
  return 0;
}

function nothingToIssue(): PkiError {
  const advice =
    "name a host, an address, a mailbox or a URI, such as `rootcause issue localhost`; or give a --subject";
  return new PkiError("ERR_USAGE", { problem: "there is no name to issue a certificate for", advice });
}

/** Where there is no CA yet, a person at a terminal is offered one. */
async function withOfferedStore<T>(context: Context, use: (ca: CaContext) => Promise<T>): Promise<T> {
  try {
    return await withStore(context, use);
  } catch (error) {
    const isOffered = isPkiError(error, "ERR_STORE_MISSING") || isPkiError(error, "ERR_CA_NONE");
    if (!isOffered || !context.isTty) throw error;
    if (!(await confirm(context, "There is no CA here yet. Make one now?", { advice: error.hint }))) throw error;
    const { initCa, renderInit } = await import("../ca/init-ca.ts");
    const { report } = await initCa(context);
    context.output.note(renderInit(report, context.output.paint, context.now()));
    return withStore(context, use);
  }
}
