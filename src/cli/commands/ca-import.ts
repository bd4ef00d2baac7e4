import { type ImportCaOptions, importCa, importedAuthority } from "../../ca/import-ca.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import { authorityReport } from "../ca/authority-report.ts";
import { baseUrlOf } from "../ca/base-url.ts";
import { readCaMaterial } from "../ca/ca-material.ts";
import { keyPassphrase } from "../ca/key-passphrase.ts";
import { withNewStore, withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { readInput } from "../read-input.ts";
import { printable } from "../text/printable.ts";

export async function run(context: Context, input: Input<"ca import">): Promise<ExitCode> {
  const baseUrl = baseUrlOf(input);
  const source = await readTogether(context, input.files);
  const passphrase = keyPassphrase(context, input, source, "Passphrase of the key");
  const material = await readCaMaterial(source, passphrase);
  const options = { ...material, name: input.name, baseUrl, passphrase };
  const record = await take(context, options);
  context.output.result(authorityReport(record), (report, paint) => {
    const place = report.parent === undefined ? report.kind : `below ${report.parent}`;
    return `${paint.green("imported")} ${paint.bold(printable(report.name))} (${report.id}, ${place})`;
  });
  return 0;
}

/** A PKCS#12 file stands alone; PEM files may be any number. */
async function readTogether(context: Context, files: readonly string[]): Promise<Uint8Array> {
  const contents: Uint8Array[] = [];
  for (const file of files) contents.push(await readInput(context, file));
  const [first, ...others] = contents as [Uint8Array, ...Uint8Array[]];
  return others.length === 0 ? first : Buffer.concat(contents.flatMap((each) => [each, Buffer.from("\n")]));
}

/** Into the store that is there, else into a new one, which is not made for a CA that would be refused. */
async function take(context: Context, options: ImportCaOptions): Promise<AuthorityRecord> {
  try {
    return await withStore(context, (ca) => importCa(ca, options));
  } catch (error) {
    if (!isPkiError(error, "ERR_STORE_MISSING")) throw error;
    await importedAuthority([], options, context.now());
    return withNewStore(context, (ca) => importCa(ca, options));
  }
}
