import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for as long as this process runs. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `rootcause-${name}-`));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
