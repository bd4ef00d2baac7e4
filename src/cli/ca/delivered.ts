import { join, parse, relative, resolve } from "node:path";
import { deliver, prepareDelivery } from "../../ca/deliver.ts";
import { exportFiles, requireExportable } from "../../ca/export/export-files.ts";
import type { ExportBundle, ExportFormat } from "../../ca/export/export-format.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import type { Context } from "../context.ts";

/** Where the files of a certificate go, and which. */
export interface Delivery {
  readonly directory: string;
  readonly formats: readonly ExportFormat[];
  readonly overwrite: boolean;
  /** What protects a PKCS#12 file. */
  readonly passphrase?: Passphrase | undefined;
}

/** Paths by what the files are: `cert`, `key`, `chain`, `fullchain`, `root`, … */
export type DeliveredPaths = Readonly<Record<string, string>>;

/** The folder that was asked for, or one named after the first name: `localhost`, `wildcard.example.test`. */
export function deliveryDirectory({ cwd }: Context, out: string | undefined, name: string): string {
  return resolve(
    cwd,
    out ??
      name
        .replace("*", "wildcard")
        .replace(/[^\w.@-]+/g, "_")
        .replace(/^\.+/, ""),
  );
}

/** Finds what is in the way before there is anything to deliver. @throws PkiError ERR_FILE_EXISTS, ERR_FILE_WRITE, ERR_EXPORT_PASSPHRASE_NEEDED */
export function checkDelivery(delivery: Delivery): Promise<void> {
  const { directory, formats, overwrite } = delivery;
  return prepareDelivery(directory, requireExportable(formats, delivery), { overwrite });
}

/** Writes the files, all or none. @throws PkiError ERR_FILE_EXISTS, ERR_FILE_WRITE, and those of the formats */
export async function deliverBundle(
  context: Context,
  delivery: Delivery,
  bundle: ExportBundle,
): Promise<DeliveredPaths> {
  const { directory, formats, overwrite, passphrase } = delivery;
  const files = await exportFiles(formats, bundle, { directory, passphrase });
  await deliver(directory, files, { overwrite });
  return Object.fromEntries(files.map(({ name }) => [parse(name).name, shortPath(context, join(directory, name))]));
}

/** Relative to the working directory where that is shorter. */
export function shortPath({ cwd }: Pick<Context, "cwd">, path: string): string {
  const short = relative(cwd, path);
  return short.length < path.length && !short.startsWith("..") ? short : path;
}
