import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { PRIVATE_FILE } from "../layout.ts";
import { tryLock, unlock } from "./lock-binding.ts";

/** The text in a lock file has one length, so that writing it is one call. Bytes. */
const NOTE_BYTES = 256;

/** A file that one process at a time can lock. Its text is for people; the lock itself is the kernel's. */
export class LockFile {
  readonly #path: string;
  #fd: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** False when another one holds it. */
  tryTake(): boolean {
    this.#fd ??= openSync(this.#path, constants.O_RDWR | constants.O_CREAT, PRIVATE_FILE);
    if (!tryLock(this.#fd)) return false;
    if (isStillAt(this.#path, this.#fd)) return true;
    this.close(); // somebody deleted the file: others will lock a new one
    return this.tryTake();
  }

  /** Says who holds it, while it is held. */
  note(text: string): void {
    const note = Buffer.alloc(NOTE_BYTES, " ");
    note.write(text, 0, NOTE_BYTES - 1);
    note.write("\n", NOTE_BYTES - 1);
    if (this.#fd !== undefined) writeSync(this.#fd, note, 0, NOTE_BYTES, 0);
  }

  /** What the last holder noted. */
  read(): string {
    return readFileSync(this.#path, "utf8").trim();
  }

  release(): void {
    if (this.#fd !== undefined) unlock(this.#fd);
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }
}

function isStillAt(path: string, fd: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(fd).ino;
}
