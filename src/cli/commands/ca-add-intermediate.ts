import { addIntermediate } from "../../ca/add-intermediate.ts";
import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import { openAuthority } from "../../ca/open-authority.ts";
import { PkiError } from "../../errors/pki-error.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import { baseUrlOf } from "../ca/base-url.ts";
import { keyPassphrase } from "../ca/key-passphrase.ts";
import { nameLimitsOf } from "../ca/name-limits-of.ts";
import { noteNotices } from "../ca/notices.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { timeText } from "../text/time.ts";

export async function run(context: Context, input: Input<"ca add-intermediate">): Promise<ExitCode> {
  const { name, pathLength, key: keyType, days, crlShards, deltaCrls } = input;
  const [limits, baseUrl] = [nameLimitsOf(input), baseUrlOf(input)];
  const terms = { name, pathLength, keyType, days, limits, baseUrl, crlShards, deltaCrls };
  const { authority, notices } = await withStore(context, async (ca) => {
    const { id } = parentOf(await requireAuthorities(ca.store), input.parent);
    const source = Buffer.from((await ca.store.authorityKeyPem(id)) ?? "-----BEGIN ");
    const passphrase = keyPassphrase(context, input, source, "Passphrase of the parent's key");
    const parent = await openAuthority(ca.store, id, { passphrase });
    return addIntermediate(ca, parent, { ...terms, passphrase });
  });
  const { sha256, notAfter } = authority.certificate;
  const report = { id: authority.id, name: authority.name, sha256, notAfter: timeText(notAfter) };
  context.output.result(report, (value, paint) => `${paint.green("added")} ${paint.bold(value.name)} (${value.id})`);
  noteNotices(context, notices);
  return 0;
}

/** The CA that is named, else the root, if there is one. @throws PkiError ERR_CA_UNKNOWN, ERR_USAGE */
function parentOf(authorities: readonly AuthorityRecord[], name: string | undefined): AuthorityRecord {
  if (name !== undefined) return chooseAuthority(authorities, name);
  const [root, ...others] = authorities.filter(({ kind }) => kind === "root");
  if (root !== undefined && others.length === 0) return root;
  const known = authorities.map((authority) => `"${authority.name}"`).join(", ");
  const problem = root === undefined ? "the store has no root" : "the store has several roots";
  throw new PkiError("ERR_USAGE", { problem, advice: `say which CA signs the new one with --parent: ${known}` });
}
