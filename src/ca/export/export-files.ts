import type { DeliveredFile } from "../deliver.ts";
import type { ExportBundle, ExportFormat, ExportOptions } from "./export-format.ts";

/** The files of some formats, ready to deliver; a file that two of them share is there once. */
export async function exportFiles(
  formats: readonly ExportFormat[],
  bundle: ExportBundle,
  options: ExportOptions,
): Promise<readonly DeliveredFile[]> {
  const files: DeliveredFile[] = [];
  for (const { name, secret, contents } of filesOf(formats)) {
    const filled = await contents(bundle, options);
    if (filled !== undefined) files.push({ name, contents: filled, secret: secret ?? false });
  }
  return files;
}

/** What these formats would write, known before there is a certificate. */
export function exportFileNames(formats: readonly ExportFormat[]): readonly string[] {
  return filesOf(formats).map(({ name }) => name);
}

function filesOf(formats: readonly ExportFormat[]): readonly ExportFormat["files"][number][] {
  const byName = new Map(formats.flatMap(({ files }) => files).map((file) => [file.name, file]));
  return [...byName.values()];
}
