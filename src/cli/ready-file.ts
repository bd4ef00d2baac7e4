import { rename, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Context } from "./context.ts";

/** Tells a script that waits for it that a server is ready: the file is whole from the moment that it is there. */
export async function writeReadyFile({ cwd }: Context, file: string, ready: object): Promise<void> {
  const path = resolve(cwd, file);
  await writeFile(`${path}.next`, `${JSON.stringify(ready)}\n`);
  await rename(`${path}.next`, path);
}
