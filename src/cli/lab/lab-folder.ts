import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { prepareDelivery } from "../../ca/deliver.ts";
import { PkiError } from "../../errors/pki-error.ts";
import type { FaultFolder } from "../../lab/make/fault-folder.ts";
import { MARK } from "../../lab/make/readme.ts";

/**
 * Makes sure that the files of a fault may go into this folder: it is not there, it is empty, or the lab made it earlier.
 * @throws PkiError ERR_LAB_FOLDER, ERR_DELIVERY_FOLDER
 */
export async function requireLabFolder(
  folder: string,
  { files, good }: FaultFolder,
  overwrite: boolean,
): Promise<void> {
  if (!overwrite && !(await isOurs(folder))) throw new PkiError("ERR_LAB_FOLDER", { folder });
  const names = [...files, ...good].map(({ name }) => name);
  await prepareDelivery(folder, names, { overwrite: true });
}

async function isOurs(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return true;
  const text = await readFile(join(folder, "README.md"), "utf8").catch(() => "");
  return text.includes(MARK);
}
