import { issueInto } from "../../ca/issue-into.ts";
import { signRequest } from "../../ca/sign-request.ts";
import type { CertificationRequest } from "../../x509/certification-request.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import { deliveryOf } from "../ca/delivery.ts";
import { pemWithoutKey } from "../ca/formats-of.ts";
import { reportIssued } from "../ca/issued-report.ts";
import { parseRequest } from "../ca/read-request.ts";
import { signingAuthority } from "../ca/signing-authority.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { inFile } from "../in-file.ts";
import { issuableProfile } from "../profile-of.ts";
import { readInput } from "../read-input.ts";

export async function run(context: Context, input: Input<"sign">): Promise<ExitCode> {
  const { csr, days, name: names } = input;
  const bytes = await readInput(context, csr);
  const request = inFile(csr, () => parseRequest(bytes, csr));
  const terms = { profile: await issuableProfile(context, input.profile), days };
  const order = names.length === 0 ? terms : { ...terms, names };
  const delivery = deliveryOf(context, input, names[0] ?? calledIn(request), { formats: [pemWithoutKey] });
  const issued = await withStore(context, (ca) =>
    issueInto(delivery, async () => signRequest(ca, await signingAuthority(context, ca.store, input), request, order)),
  );
  reportIssued(context, issued);
  return 0;
}

/** What a request calls itself: its common name, else its first host. */
function calledIn(request: CertificationRequest): string {
  const hosts = request.extension(subjectAltName)?.value.flatMap((name) => (name.kind === "dns" ? [name.value] : []));
  return request.subject.commonName ?? hosts?.[0] ?? "signed";
}
