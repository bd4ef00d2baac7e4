import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesOf, liveTarget } from "../../lab/commands/live-target.ts";
import type { CommandTarget } from "../../lab/commands/target.ts";
import { sceneFiles } from "../../lab/make/scene-files.ts";
import type { LiveFault, RunningLab } from "../../lab/running-lab.ts";
import { chainPem } from "../../lab/serve/chain-pem.ts";

export const ROOT_FILE = "root.pem";

/** Writes the lab's own root into the folder. */
export async function writeRoot({ root }: RunningLab, folder: string): Promise<string> {
  const path = join(folder, ROOT_FILE);
  await writeFile(path, chainPem([root]));
  return path;
}

/** Writes what the client of a fault has to hold into a folder of its own below this one. */
export async function writeClientFiles({ root }: RunningLab, live: LiveFault, folder: string): Promise<CommandTarget> {
  const own = join(folder, live.fault.id);
  const target = liveTarget(live, (name) => join(own, name));
  const wanted = filesOf(target);
  await mkdir(own, { recursive: true });
  for (const { name, contents, secret } of sceneFiles(live.scene, root)) {
    const path = join(own, name);
    if (wanted.includes(path)) await writeFile(path, contents, { mode: secret ? 0o600 : 0o644 });
  }
  return target;
}
