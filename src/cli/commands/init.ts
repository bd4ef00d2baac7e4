import { PkiError } from "../../errors/pki-error.ts";
import { askPassphrase } from "../../keys/passphrase.ts";
import { baseUrlOf } from "../ca/base-url.ts";
import { initCa, renderInit } from "../ca/init-ca.ts";
import { nameLimitsOf } from "../ca/name-limits-of.ts";
import { noteNotices } from "../ca/notices.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { type PassphraseValues, passphraseOf } from "../passphrase.ts";

export async function run(context: Context, input: Input<"init">): Promise<ExitCode> {
  const { name, key: keyType, rootDays, tiers, crlShards, deltaCrls } = input;
  if (tiers < 2) throw tooFewTiers(tiers);
  const passphrase = await given(context, input);
  const rootPassphrase = (await given(context, { passphraseFile: input.rootPassphraseFile })) ?? passphrase;
  const [baseUrl, limits] = [baseUrlOf(input), nameLimitsOf(input)];
  const options = { keyType, rootDays, tiers, baseUrl, crlShards, deltaCrls, passphrase, rootPassphrase, limits };
  const { report, notices } = await initCa(context, name === undefined ? options : { ...options, name });
  context.output.result(report, (value, paint) => renderInit(value, paint, context.now()));
  noteNotices(context, notices);
  if (baseUrl === undefined)
    context.output.note("rootcause: without --url, no certificate says where to learn that it was revoked");
  context.output.note("next: rootcause issue localhost");
  return 0;
}

/** Read before anything is made: a passphrase that is missing leaves nothing behind. */
async function given(context: Context, values: PassphraseValues): Promise<string | undefined> {
  const passphrase = passphraseOf(context, values);
  return passphrase === undefined ? undefined : askPassphrase(passphrase, "private key");
}

function tooFewTiers(tiers: number): PkiError {
  const advice = "a root stays offline and signs CAs; give it at least one issuing CA: --tiers 2";
  return new PkiError("ERR_USAGE", { problem: `a hierarchy of ${tiers} cannot be made`, advice });
}
