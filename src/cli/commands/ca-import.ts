import { importCa } from "../../ca/import-ca.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { authorityReport } from "../ca/authority-report.ts";
import { type CaMaterial, readCaMaterial } from "../ca/ca-material.ts";
import { withNewStore, withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";
import { readInput } from "../read-input.ts";

export async function run(context: Context, input: Input<"ca import">): Promise<ExitCode> {
  const contents: Uint8Array[] = [];
  for (const file of input.files) contents.push(await readInput(context, file));
  const material = await readCaMaterial(contents, passphraseOf(context, input, "Passphrase of the key"));
  const record = await take(context, input, material);
  context.output.result(authorityReport(record), (report, paint) => {
    const place = report.parent === undefined ? report.kind : `below ${report.parent}`;
    return `${paint.green("imported")} ${paint.bold(report.name)} (${report.id}, ${place})`;
  });
  return 0;
}

/** Into the store that is there, else into a new one. */
async function take(context: Context, input: Input<"ca import">, material: CaMaterial) {
  const { name, url: baseUrl } = input;
  const options = { ...material, name, baseUrl, passphrase: passphraseOf(context, input) };
  try {
    return await withStore(context, (ca) => importCa(ca, options));
  } catch (error) {
    if (!isPkiError(error, "ERR_STORE_MISSING")) throw error;
    return withNewStore(context, (ca) => importCa(ca, options));
  }
}
