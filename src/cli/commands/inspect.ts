import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseSerial } from "../../ca/find-certificate.ts";
import { type HostAddress, hostAddressText } from "../../tls/host/host-address.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { hostArgument } from "../host-argument.ts";
import { hasMatches } from "../inspect/crl-report.ts";
import { describe } from "../inspect/describe.ts";
import { findObjects } from "../inspect/find.ts";
import { findLargeCrl } from "../inspect/large-crl.ts";
import { pairUp } from "../inspect/pairing.ts";
import { renderInspection } from "../inspect/render.ts";
import type { Report } from "../inspect/report.ts";
import { passphraseOf } from "../passphrase.ts";
import { readInput } from "../read-input.ts";

export async function run(context: Context, input: Input<"inspect">): Promise<ExitCode> {
  const items: Report[] = [];
  for (const file of input.files) items.push(...(await inspectFile(context, file, input)));
  const keysOrHolders = pairUp(items);
  const alone = items.every(({ kind }) => kind.endsWith("private-key"));
  const pairs = alone && !input.pair ? [] : keysOrHolders;
  context.output.result({ items, pairs }, renderInspection);
  const unpaired = pairs.length === 0 || pairs.some(({ belongsTo }) => belongsTo.length === 0);
  const unfound = input.serial !== undefined && !items.some(hasMatches);
  return (input.pair && unpaired) || unfound ? 1 : 0;
}

async function inspectFile(context: Context, file: string, input: Input<"inspect">): Promise<readonly Report[]> {
  const address = hostArgument(context, file);
  if (address !== undefined) return inspectHost(context, address, input);
  const large = input.asn1 ? undefined : await findLargeCrl(context, file);
  const objects = large === undefined ? findObjects(await readInput(context, file), file) : [large];
  const passphrase = passphraseOf(context, input);
  const place = objects.length === 1 ? "alone" : "among others";
  const serial = input.serial === undefined ? undefined : parseSerial(input.serial);
  const options = { now: context.now(), passphrase, place, asn1: input.asn1, serial } as const;
  const reports: Report[] = [];
  for (const object of objects) reports.push(await describe(object, options));
  const mode = await modeOf(context, file);
  return reports.map((report) => withModeWarning(report, mode));
}

/** What a server sends, in its order, and the OCSP response that comes with it. */
async function inspectHost(
  context: Context,
  address: HostAddress,
  { asn1 }: Input<"inspect">,
): Promise<readonly Report[]> {
  const { readHost } = await import("../../tls/host/read-host.ts");
  const { certificates, staple } = await readHost(address);
  const options = { now: context.now(), passphrase: undefined, place: "inside", asn1 } as const;
  const reports: Report[] = [];
  for (const der of [...certificates, ...(staple === undefined ? [] : [staple])])
    for (const object of findObjects(der, hostAddressText(address))) reports.push(await describe(object, options));
  return reports;
}

/** The permissions of a file; undefined for standard input and what is not there. */
async function modeOf({ cwd }: Context, file: string): Promise<number | undefined> {
  if (file === "-") return undefined;
  const status = await stat(resolve(cwd, file)).catch(() => undefined);
  return status?.isFile() ? status.mode & 0o777 : undefined;
}

function withModeWarning(report: Report, mode: number | undefined): Report {
  if (report.kind !== "private-key" || mode === undefined || (mode & 0o077) === 0) return report;
  const warning = `others on this machine can read this key (mode ${mode.toString(8)}): chmod 600 ${report.file}`;
  return { ...report, warnings: [...report.warnings, warning] };
}
