import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder, writeDurably } from "../durable-file.ts";
import { isSystemError } from "../system-error.ts";

/**
 * The private keys, a PEM file each. A key arrives in two steps around the journal entry that tells of it: staged before, put in place
 * after. So there is never an entry without its key, nor a key in place without its entry.
 */
export class KeyFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(id: string): Promise<string | undefined> {
    try {
      return await readFile(this.#path(id), "utf8");
    } catch (error) {
      if (isSystemError(error, "ENOENT")) return undefined;
      throw error;
    }
  }

  async stage(id: string, pem: string): Promise<void> {
    await writeDurably(this.#staged(id), pem);
    await syncFolder(this.#folder);
  }

  async unstage(id: string): Promise<void> {
    await rm(this.#staged(id), { force: true });
  }

  /** Puts a staged key in place. Nothing staged: it already is. */
  async place(id: string): Promise<void> {
    try {
      await rename(this.#staged(id), this.#path(id));
    } catch (error) {
      if (isSystemError(error, "ENOENT")) return;
      throw error;
    }
    await syncFolder(this.#folder);
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
    await syncFolder(this.#folder);
  }

  async has(id: string): Promise<boolean> {
    return stat(this.#path(id)).then(
      () => true,
      () => false,
    );
  }

  /** The files there, by name. */
  async names(): Promise<readonly string[]> {
    return readdir(this.#folder);
  }

  /** The name of the file that a key lies in. */
  nameOf(id: string): string {
    return `${id}.pem`;
  }

  #path(id: string): string {
    return join(this.#folder, this.nameOf(id));
  }

  #staged(id: string): string {
    return `${this.#path(id)}.next`;
  }
}
