import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readCrlFile } from "../revocation/crl/crl-file.ts";
import type { Publication, Publications } from "./publications.ts";

/** A list may be replaced long before its nextUpdate, and caches shall notice. Seconds. */
const MAX_AGE = 3600;

/** The CRLs in a folder, as `rootcause crl` puts them there: however large, only their beginning and end are read. */
export class PublishedCrls implements Publications {
  readonly #folder: string;
  readonly #known = new Map<string, Publication>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async find(name: string): Promise<Publication | undefined> {
    const path = join(this.#folder, name);
    const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    if (file === undefined || !file.isFile()) return undefined;
    const etag = `"${file.ino.toString(36)}-${file.size.toString(36)}-${file.mtimeMs.toString(36)}"`;
    const known = this.#known.get(name);
    if (known?.etag === etag) return known;
    const { nextUpdate } = (await readCrlFile(path)).withoutEntries;
    const publication: Publication = {
      contentType: "application/pkix-crl",
      lastModified: file.mtime,
      expires: nextUpdate,
      maxAge: MAX_AGE,
      etag,
      content: { path, size: file.size },
    };
    this.#known.set(name, publication);
    return publication;
  }
}
