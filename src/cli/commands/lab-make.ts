import { join, resolve } from "node:path";
import { deliver } from "../../ca/deliver.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { Laboratory } from "../../faults/build/laboratory.ts";
import { faults } from "../../faults/catalogue.ts";
import type { Fault } from "../../faults/fault.ts";
import { type FaultFolder, faultFolder, hasFiles } from "../../lab/make/fault-folder.ts";
import { generalNameFromText } from "../../x509/general-name-from-text.ts";
import { type PathsByKind, pathsByKind, shortPath } from "../ca/delivery.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { requireLabFolder } from "../lab/lab-folder.ts";
import { namedFaults } from "../lab/named-faults.ts";
import { renderMade } from "../lab/render-made.ts";
import { readTime } from "../verify/read-time.ts";

/** A fault as it was written. */
export interface MadeFault extends Pick<Fault, "id" | "title"> {
  readonly folder: string;
  readonly files: PathsByKind;
  readonly good: PathsByKind;
}

export async function run(context: Context, input: Input<"lab make">): Promise<ExitCode> {
  const at = input.at === undefined ? undefined : readTime(input.at);
  const laboratory = new Laboratory(at ?? context.now(), { name: dnsName(input.name) });
  const folders = chosenFaults(input).map((fault) => ({
    fault,
    folder: resolve(context.cwd, input.out, fault.id),
    made: faultFolder(fault, laboratory, at),
  }));
  for (const { folder, made } of folders) await requireLabFolder(folder, made, input.overwrite);
  const written: MadeFault[] = [];
  for (const { fault, folder, made } of folders) written.push(await write(context, fault, folder, made));
  context.output.result(written, renderMade);
  return 0;
}

function chosenFaults({ ids, all }: Input<"lab make">): readonly Fault[] {
  if (all) return faults.filter(hasFiles);
  if (ids.length > 0) return namedFaults(ids);
  throw new PkiError("ERR_USAGE", {
    problem: "there is no fault to make",
    advice: "name some of those that `rootcause lab list` shows, or make them with --all",
  });
}

function dnsName(text: string): string {
  const name = generalNameFromText(text);
  if (name.kind === "dns") return name.value;
  throw new PkiError("ERR_USAGE", {
    problem: `"${text}" is not a DNS name`,
    advice: "faults of addresses, such as ip-no-ip-san, ask for 127.0.0.1 by themselves",
  });
}

async function write(
  context: Context,
  { id, title }: Fault,
  folder: string,
  { files, good }: FaultFolder,
): Promise<MadeFault> {
  const options = { overwrite: true };
  const mended = await deliver(join(folder, "good"), good, options);
  const broken = await deliver(folder, files, options);
  return {
    id,
    title,
    folder: shortPath(context, folder),
    files: pathsByKind(context, broken),
    good: pathsByKind(context, mended),
  };
}
