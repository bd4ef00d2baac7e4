import { pem } from "../../ca/export/pem-files.ts";
import { signRequest } from "../../ca/sign-request.ts";
import { checkDelivery, deliverBundle, deliveryDirectory } from "../ca/delivered.ts";
import { issuedReport, renderIssued } from "../ca/issued-report.ts";
import { noteNotices } from "../ca/notices.ts";
import { parseRequest } from "../ca/read-request.ts";
import { signingAuthority } from "../ca/signing-authority.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { profileOf } from "../profile-of.ts";
import { readInput } from "../read-input.ts";

/** The key stays where the request was made: everything but key.pem is written. */
const formats = [{ ...pem, files: pem.files.filter(({ secret }) => !secret) }];

export async function run(context: Context, input: Input<"sign">): Promise<ExitCode> {
  const { csr, days, name: names, overwrite } = input;
  const request = parseRequest(await readInput(context, csr), csr);
  const profile = await profileOf(context, input.profile);
  const called = names[0] ?? request.subject.commonName ?? "signed";
  const delivery = { directory: deliveryDirectory(context, input.out, called), formats, overwrite };
  await withStore(context, async (ca) => {
    await checkDelivery(delivery);
    const authority = await signingAuthority(context, ca.store, input);
    const order = names.length === 0 ? { profile, days } : { profile, days, names };
    const issued = await signRequest(ca, authority, request, order);
    const files = await deliverBundle(context, delivery, issued);
    const report = { ...issuedReport(issued, files), leftOut: issued.leftOut };
    context.output.result(report, (value, paint) => renderIssued(value, paint, context.now()));
    for (const left of issued.leftOut) context.output.note(`rootcause: left out of the request: ${left}`);
    noteNotices(context, issued.notices);
  });
  return 0;
}
