import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Context } from "./context.ts";

/** What --store or ROOTCAUSE_STORE says; else the nearest `ca-store/` from the working directory upward; else `./ca-store`. */
export function storeLocation({ store, cwd }: Pick<Context, "store" | "cwd">): string {
  if (store !== undefined) return isUrl(store) ? store : resolve(cwd, store);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, "ca-store");
    if (statSync(candidate, { throwIfNoEntry: false })?.isDirectory()) return candidate;
    if (folder === dirname(folder)) return join(cwd, "ca-store");
  }
}

function isUrl(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
}
