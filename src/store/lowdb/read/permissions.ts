import { chmod, readdir, stat } from "node:fs/promises";
import { platform } from "node:os";
import { join } from "node:path";
import { PRIVATE_FILE, PRIVATE_FOLDER, type StoreLayout } from "../layout.ts";
import { isSystemError } from "../system-error.ts";

/** A file or folder of the store that others than its owner can use. */
export interface OpenPermission {
  readonly path: string;
  readonly mode: number;
  /** What it should be. */
  readonly wanted: number;
}

/** Windows has no such modes. */
export async function openPermissions(layout: StoreLayout): Promise<readonly OpenPermission[]> {
  if (platform() === "win32") return [];
  const { root, keys, journal, revocations } = layout;
  const folders = [root, keys, journal, revocations];
  const files = [
    layout.head,
    layout.index,
    layout.lock,
    layout.doorway,
    ...(await inside(keys)),
    ...(await inside(journal)),
    ...(await inside(revocations)),
  ];
  const seen = await Promise.all([
    ...folders.map((path) => look(path, PRIVATE_FOLDER)),
    ...files.map((path) => look(path, PRIVATE_FILE)),
  ]);
  return seen.filter((each) => each !== undefined).filter(({ mode }) => (mode & 0o077) !== 0);
}

export async function closePermission({ path, wanted }: OpenPermission): Promise<void> {
  await chmod(path, wanted);
}

async function inside(folder: string): Promise<readonly string[]> {
  const names = await orIfMissing(() => readdir(folder), []);
  return names.map((name) => join(folder, name));
}

async function look(path: string, wanted: number): Promise<OpenPermission | undefined> {
  return orIfMissing(async () => ({ path, mode: (await stat(path)).mode & 0o777, wanted }), undefined);
}

async function orIfMissing<T, U>(look: () => Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await look();
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return otherwise;
    throw error;
  }
}
