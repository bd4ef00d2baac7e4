import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { platform } from "node:os";
import { dirname } from "node:path";
import { PRIVATE_FILE } from "./layout.ts";

/**
 * Replaces a file whole or not at all, also when the power fails: the new text is on the disk before it takes the name, and the name is
 * on the disk when the promise resolves.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.next`;
  try {
    await writeDurably(next, text);
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Writes a private file and waits until its content is on the disk. Its name is not yet: see `syncFolder`. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  await withFile(path, "w", async (file) => {
    await file.chmod(PRIVATE_FILE);
    await file.writeFile(content);
    await file.sync();
  });
}

/** Puts the names in a folder on the disk. Windows keeps them by itself and refuses to open a folder. */
export async function syncFolder(path: string): Promise<void> {
  if (platform() === "win32") return;
  await withFile(path, "r", (folder) => folder.sync());
}

async function withFile(path: string, flags: string, act: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, PRIVATE_FILE);
  try {
    await act(file);
  } finally {
    await file.close();
  }
}
