import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PkiError } from "../../errors/pki-error.ts";
import { readCertificates } from "../../x509/certificate-file.ts";
import { isLabMarked } from "../../x509/lab-marker.ts";
import type { Context } from "../context.ts";
import { ROOT_FILE } from "./lab-files.ts";

export interface FolderChoice {
  /** The folder that was asked for. */
  readonly out: string | undefined;
  /** Also where others have put something. */
  readonly overwrite: boolean;
}

/**
 * Works in the folder that was asked for, or else in one that is gone afterwards.
 * @throws PkiError ERR_LAB_FOLDER when it holds what the lab did not make
 */
export async function withFolder(
  { cwd }: Context,
  { out, overwrite }: FolderChoice,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  if (out !== undefined) {
    const folder = resolve(cwd, out);
    if (!overwrite && !(await isOurs(folder))) throw new PkiError("ERR_LAB_FOLDER", { folder });
    await mkdir(folder, { recursive: true });
    return work(folder);
  }
  const folder = await mkdtemp(join(tmpdir(), "rootcause-lab-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Not there, empty, or with a root of the lab in it. */
async function isOurs(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return true;
  try {
    return readCertificates(await readFile(join(folder, ROOT_FILE))).some(isLabMarked);
  } catch {
    return false; // no root, or none that can be read
  }
}
