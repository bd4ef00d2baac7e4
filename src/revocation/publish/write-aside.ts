import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { platform } from "node:os";
import { basename, dirname, join } from "node:path";

/** What a process that was killed left behind is swept away once nobody can be writing it any more. */
const ABANDONED_AFTER_MS = 60 * 60_000;

/** Everybody may read what is published. */
const PUBLIC_FILE = 0o644;

/** A file that is on the disk under another name, next to the one that it is to replace. */
export interface AsideFile {
  readonly path: string;
  /** Takes the place of the old file, at once and for good. */
  putInPlace(): Promise<void>;
  discard(): Promise<void>;
}

/** Writes what comes in pieces beside `target`, and waits until it is on the disk. */
export async function writeAside(target: string, chunks: AsyncIterable<Uint8Array>): Promise<AsideFile> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  await sweep(target);
  const path = join(folder, `.${basename(target)}.${randomUUID()}.next`);
  const discard = () => rm(path, { force: true });
  const file = await open(path, "wx", PUBLIC_FILE);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } catch (error) {
    await discard();
    throw error;
  } finally {
    await file.close();
  }
  return {
    path,
    discard,
    async putInPlace() {
      await rename(path, target);
      await syncFolder(folder);
    },
  };
}

async function sweep(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`.${basename(target)}.`) || !name.endsWith(".next")) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}

/** Windows keeps the names in a folder by itself and refuses to open one. */
async function syncFolder(path: string): Promise<void> {
  if (platform() === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
