import { PkiError } from "../../errors/pki-error.ts";
import type { DeliveredFile } from "../deliver.ts";
import type { ExportBundle, ExportFile, ExportFormat, ExportOptions } from "./export-format.ts";

/** The files of some formats, ready to deliver; a file that two of them share is there once. */
export async function exportFiles(
  formats: readonly ExportFormat[],
  bundle: ExportBundle,
  options: ExportOptions,
): Promise<readonly DeliveredFile[]> {
  const files: DeliveredFile[] = [];
  for (const { name, secret = false, contents } of filesOf(formats)) {
    const filled = await contents(bundle, options);
    if (filled !== undefined) files.push({ name, contents: filled, secret });
  }
  return files;
}

/**
 * The names of the files that some formats will write, before there is a certificate.
 * @throws PkiError ERR_EXPORT_PASSPHRASE_NEEDED
 */
export function requireExportable(formats: readonly ExportFormat[], { passphrase }: ExportOptions): readonly string[] {
  const files = filesOf(formats);
  const sealed = files.find((file) => file.sealed);
  if (sealed !== undefined && passphrase === undefined)
    throw new PkiError("ERR_EXPORT_PASSPHRASE_NEEDED", { file: sealed.name });
  return files.map(({ name }) => name);
}

function filesOf(formats: readonly ExportFormat[]): readonly ExportFile[] {
  const byName = new Map(formats.flatMap(({ files }) => files).map((file) => [file.name, file]));
  return [...byName.values()];
}
