import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Context } from "../context.ts";

/** Works in the folder that was asked for, or else in one that is gone afterwards. */
export async function withFolder(
  { cwd }: Context,
  wanted: string | undefined,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  if (wanted !== undefined) {
    const folder = resolve(cwd, wanted);
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
