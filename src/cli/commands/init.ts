import type { NameLimits } from "../../ca/name-limits.ts";
import { initCa, renderInit } from "../ca/init-ca.ts";
import { noteNotices } from "../ca/notices.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";

export async function run(context: Context, input: Input<"init">): Promise<ExitCode> {
  const { name, key: keyType, rootDays, tiers, url: baseUrl } = input;
  const passphrase = passphraseOf(context, input);
  const rootPassphrase = passphraseOf(context, { passphraseFile: input.rootPassphraseFile }) ?? passphrase;
  const options = { keyType, rootDays, tiers, baseUrl, passphrase, rootPassphrase, limits: nameLimits(input) };
  const { report, notices } = await initCa(context, name === undefined ? options : { ...options, name });
  context.output.result(report, (value, paint) => renderInit(value, paint, context.now()));
  noteNotices(context, notices);
  context.output.note("next: rootcause issue localhost");
  return 0;
}

function nameLimits({ permitDns, permitIp }: Input<"init">): NameLimits | undefined {
  if (permitDns.length + permitIp.length === 0) return undefined;
  return permitIp.length === 0 ? { dns: permitDns } : { dns: permitDns, ip: permitIp };
}
