import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for one test file, gone at its end. To be called where the module is loaded. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `rootcause-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
