import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PkiError } from "../errors/pki-error.ts";

/** One file on its way out. What is secret gets mode 0600. */
export interface DeliveredFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
  readonly secret?: boolean;
}

export interface DeliverOptions {
  /** Replace files that are there. Without it a file in the way is an error, found before anything is written. */
  readonly overwrite?: boolean | undefined;
}

/**
 * Makes sure that files of these names can be delivered, before there is anything to deliver. Changes nothing: the folder is made later.
 * @throws PkiError ERR_FILE_EXISTS, ERR_DELIVERY_FOLDER
 */
export async function prepareDelivery(
  directory: string,
  names: readonly string[],
  options: DeliverOptions = {},
): Promise<void> {
  await orWriteError(directory, async () => {
    accessSync(nearestFolder(directory), constants.W_OK);
    if (!options.overwrite) for (const name of names) refuseExisting(join(directory, name));
  });
}

/**
 * Writes files so that all of them appear whole or none does: temporary files, fsync, then one move each; a move that fails takes
 * the earlier ones back. Answers the paths.
 * @throws PkiError ERR_FILE_EXISTS, ERR_DELIVERY_FOLDER
 */
export async function deliver(
  directory: string,
  files: readonly DeliveredFile[],
  options: DeliverOptions = {},
): Promise<readonly string[]> {
  const names = files.map(({ name }) => name);
  await prepareDelivery(directory, names, options);
  const moves = names.map((name) => moveOf(directory, name));
  await orWriteError(directory, async () => {
    mkdirSync(directory, { recursive: true });
    await moveAll(moves, files, options.overwrite ? replace : place);
  });
  return moves.map(({ target }) => target);
}

interface Move {
  readonly target: string;
  readonly temporary: string;
  readonly previous: string;
}

type Undo = () => void;

function moveOf(directory: string, name: string): Move {
  const stem = join(directory, `.${name}.${randomUUID()}`);
  return { target: join(directory, name), temporary: `${stem}.new`, previous: `${stem}.old` };
}

async function moveAll(
  moves: readonly Move[],
  files: readonly DeliveredFile[],
  one: (move: Move) => Undo,
): Promise<void> {
  const undo: Undo[] = [];
  try {
    await allOrThrow(files.map((file, i) => write((moves[i] as Move).temporary, file)));
    for (const move of moves) undo.push(one(move));
  } catch (error) {
    for (const back of undo.reverse()) back();
    throw error;
  } finally {
    for (const { temporary, previous } of moves) for (const path of [temporary, previous]) tidyUp(path);
  }
}

/** Waits for all of them, so that none is still at it when the first failure is thrown. */
async function allOrThrow(acts: readonly Promise<void>[]): Promise<void> {
  for (const act of await Promise.allSettled(acts)) if (act.status === "rejected") throw act.reason;
}

const synced = promisify(fsync);

// Only the disk is waited for, by all files at once: what the rest waits for is over before a promise of it is made.
async function write(path: string, { contents, secret }: DeliveredFile): Promise<void> {
  const file = openSync(path, "wx", secret ? 0o600 : 0o644);
  try {
    writeFileSync(file, contents);
    await synced(file);
  } finally {
    closeSync(file);
  }
}

/** What cannot be removed stays: the files that were asked for are there, or the reason why not is on its way. */
function tidyUp(path: string): void {
  try {
    if (existsSync(path)) unlinkSync(path);
  } catch {}
}

// A link refuses to replace a file that came up meanwhile; file systems without links (FAT on a USB stick) get a plain rename.
function place({ target, temporary }: Move): Undo {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new PkiError("ERR_FILE_EXISTS", { file: target });
    renameSync(temporary, target);
  }
  return () => unlinkSync(target);
}

function replace({ target, temporary, previous }: Move): Undo {
  const replaces = exists(target);
  if (replaces) copyFileSync(target, previous);
  renameSync(temporary, target);
  return () => (replaces ? renameSync(previous, target) : unlinkSync(target));
}

/** The folder, or the nearest one above it that is there. */
function nearestFolder(path: string): string {
  if (!exists(path)) return nearestFolder(dirname(path));
  accessSync(`${path}/`); // fails for a file
  return path;
}

function refuseExisting(target: string): void {
  if (exists(target)) throw new PkiError("ERR_FILE_EXISTS", { file: target });
}

/** Asked in one go: an answer that comes as an exception, mostly for no file, takes ten times as long. */
function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

async function orWriteError(directory: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof PkiError) throw error;
    throw new PkiError("ERR_DELIVERY_FOLDER", { directory, why: reasonOf(error) }, { cause: error });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "a folder stands where a file should be",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file stands where a folder should be",
  EROFS: "the disk is mounted read-only",
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return code === undefined ? String(error) : (reasons[code] ?? code);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
