import { pem } from "../../ca/export/pem-files.ts";
import { issueInto } from "../../ca/issue-into.ts";
import { renew } from "../../ca/renew.ts";
import { showCertificate } from "../../ca/show-certificate.ts";
import { deliveryOf } from "../ca/delivery.ts";
import { pemWithoutKey } from "../ca/formats-of.ts";
import { reportIssued } from "../ca/issued-report.ts";
import { signingAuthority } from "../ca/signing-authority.ts";
import { withStore } from "../ca/store.ts";
import { folderOf, whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { issuableProfile } from "../profile-of.ts";

export async function run(context: Context, input: Input<"renew">): Promise<ExitCode> {
  const { days, rekey } = input;
  const which = await whichCertificate(context, input.certificate);
  const profile = input.profile === undefined ? undefined : await issuableProfile(context, input.profile);
  const issued = await withStore(context, async (ca) => {
    const shown = await showCertificate(ca, which);
    const delivery = deliveryOf(context, input, folderOf(shown), { formats: [rekey ? pem : pemWithoutKey] });
    return issueInto(delivery, async () => {
      const authority = await signingAuthority(context, ca.store, { ...input, ca: input.ca ?? shown.authority.id });
      return renew(ca, authority, which, { days, rekey, profile });
    });
  });
  reportIssued(context, issued);
  return 0;
}
