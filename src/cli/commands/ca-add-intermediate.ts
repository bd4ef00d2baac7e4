import { addIntermediate } from "../../ca/add-intermediate.ts";
import { requireAuthorities } from "../../ca/choose-authority.ts";
import { openAuthority } from "../../ca/open-authority.ts";
import { noteNotices } from "../ca/notices.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";

export async function run(context: Context, input: Input<"ca add-intermediate">): Promise<ExitCode> {
  const { name, pathLength, key: keyType, days, permitDns, url: baseUrl } = input;
  const limits = permitDns.length === 0 ? undefined : { dns: permitDns };
  await withStore(context, async (ca) => {
    const authorities = await requireAuthorities(ca.store);
    const parentName = input.parent ?? authorities.find(({ kind }) => kind === "root")?.id;
    const passphrase = passphraseOf(context, input);
    const asked = passphraseOf(context, input, "Passphrase of the parent's key");
    const parent = await openAuthority(ca.store, parentName, { passphrase: asked });
    const options = { name, pathLength, keyType, days, limits, baseUrl, passphrase };
    const { authority, notices } = await addIntermediate(ca, parent, options);
    const { id, certificate } = authority;
    const report = {
      id,
      name: authority.name,
      sha256: certificate.sha256,
      notAfter: certificate.notAfter.toISOString(),
    };
    context.output.result(report, (value, paint) => `${paint.green("added")} ${paint.bold(value.name)} (${value.id})`);
    noteNotices(context, notices);
  });
  return 0;
}
