import { PkiError } from "../errors/pki-error.ts";
import { type DeliverOptions, deliver, prepareDelivery } from "./deliver.ts";
import { exportFiles, requireExportable } from "./export/export-files.ts";
import type { ExportFormat, ExportOptions } from "./export/export-format.ts";
import type { Issued } from "./issue.ts";

/** Where and how a certificate is handed out. */
export interface Delivery extends ExportOptions, DeliverOptions {
  readonly formats: readonly ExportFormat[];
}

/** The certificate, and the paths of the files that were written. */
export type Delivered<T extends Issued> = T & { readonly files: readonly string[] };

/**
 * Issues by `act` and writes the files of some formats. What could keep them from being written is looked for before anything is issued.
 * @throws PkiError ERR_FILE_EXISTS, ERR_DELIVERY_FOLDER, ERR_EXPORT_PASSPHRASE_NEEDED before; ERR_DELIVERY_FAILED after; and those of `act`
 */
export async function issueInto<T extends Issued>(delivery: Delivery, act: () => Promise<T>): Promise<Delivered<T>> {
  const { directory, formats } = delivery;
  const names = requireExportable(formats, delivery);
  await prepareDelivery(directory, names, delivery);
  const issued = await act();
  try {
    return { ...issued, files: await deliver(directory, await exportFiles(formats, issued, delivery), delivery) };
  } catch (cause) {
    throw deliveryFailure(issued, cause);
  }
}

/** The certificate can be had from the store; a key that was made for it was kept nowhere. */
function deliveryFailure({ record: { serial }, key }: Issued, cause: unknown): PkiError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const files = `\`rootcause export ${serial}\` writes its files once the cause is gone`;
  const newKey = `its new private key is lost: \`rootcause renew ${serial} --rekey\` makes another, then revoke this one`;
  return new PkiError("ERR_DELIVERY_FAILED", { serial, why, next: key === undefined ? files : newKey }, { cause });
}
