import { pem } from "../../ca/export/pem-files.ts";
import { renew } from "../../ca/renew.ts";
import { showCertificate } from "../../ca/show-certificate.ts";
import { checkDelivery, deliverBundle, deliveryDirectory } from "../ca/delivered.ts";
import { issuedReport, renderIssued } from "../ca/issued-report.ts";
import { noteNotices } from "../ca/notices.ts";
import { signingAuthority } from "../ca/signing-authority.ts";
import { withStore } from "../ca/store.ts";
import { whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { profileOf } from "../profile-of.ts";

export async function run(context: Context, input: Input<"renew">): Promise<ExitCode> {
  const { days, rekey = false, overwrite, profile: template } = input;
  const which = await whichCertificate(context, input.certificate);
  const profile = template === undefined ? undefined : await profileOf(context, template);
  await withStore(context, async (ca) => {
    const { record, certificate, authority: issuer } = await showCertificate(ca, which);
    const directory = deliveryDirectory(context, input.out, certificate.subject.commonName ?? record.serial);
    const files = pem.files.filter(({ secret }) => rekey || !secret);
    const delivery = { directory, formats: [{ ...pem, files }], overwrite };
    await checkDelivery(delivery);
    const authority = await signingAuthority(context, ca.store, { ...input, ca: input.ca ?? issuer.id });
    const issued = await renew(ca, authority, which, { days, rekey, profile });
    const paths = await deliverBundle(context, delivery, { ...issued });
    context.output.result(issuedReport(issued, paths), (report, paint) => renderIssued(report, paint, context.now()));
    noteNotices(context, issued.notices);
  });
  return 0;
}
