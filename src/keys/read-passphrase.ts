import { read } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { isPkiError, PkiError } from "../errors/pki-error.ts";

/** Where a passphrase comes from. Never the command line, which every process on the machine can read. */
export type PassphraseSource =
  | { readonly file: string }
  | { readonly fd: number }
  /** The name of an environment variable. */
  | { readonly env: string }
  /** A question to ask on the terminal. */
  | { readonly prompt: string };

/** What the caller lends. */
export interface PassphraseContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks without echo; absent where there is no terminal. */
  readonly prompt?: (question: string) => Promise<string>;
  /** Told what the person should know, such as a passphrase file that others can read. */
  readonly warn?: (message: string) => void;
}

/** A passphrase is a line, not a file: octets. */
const MAX_BYTES = 4096;
const NEWLINE = 0x0a;

const readAsync = promisify(read);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  EBADF: "it is not open for reading",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not UTF-8 text",
};

/** The passphrase from a source: the first line of a file or descriptor. @throws PkiError ERR_PASSPHRASE_SOURCE */
export async function readPassphrase(source: PassphraseSource, context: PassphraseContext): Promise<string> {
  if ("file" in source) return fromFile(source.file, context);
  if ("fd" in source) return firstLine(source.fd, `file descriptor ${source.fd}`);
  if ("env" in source)
    return notEmpty(context.env[source.env], `the environment variable ${source.env}`, "it is not set");
  if (context.prompt === undefined) throw failure("the terminal", "there is none to ask on");
  return notEmpty(await context.prompt(source.prompt), "the terminal", "nothing was typed");
}

async function fromFile(file: string, { warn }: PassphraseContext): Promise<string> {
  const where = `the file ${file}`;
  const handle = await open(file).catch((error: unknown) => {
    throw failure(where, reasonOf(error));
  });
  try {
    const hint = await permissionHint(handle, file);
    if (hint !== undefined) warn?.(hint);
    return await firstLine(handle.fd, where);
  } finally {
    await handle.close();
  }
}

async function permissionHint(handle: FileHandle, file: string): Promise<string | undefined> {
  const status = await handle.stat();
  const shared = status.isFile() && (status.mode & 0o077) !== 0;
  if (!shared) return undefined;
  const mode = (status.mode & 0o777).toString(8);
  return `others on this machine can read the passphrase in ${file} (mode ${mode}); close it with \`chmod 600 ${file}\``;
}

// Octet by octet: what follows the line on a pipe is for someone else.
async function firstLine(fd: number, where: string): Promise<string> {
  const line = Buffer.alloc(MAX_BYTES);
  try {
    for (let length = 0; length < MAX_BYTES; length++) {
      const { bytesRead } = await readAsync(fd, line, length, 1, null);
      if (bytesRead === 0 || line[length] === NEWLINE) return decode(line.subarray(0, length), where);
    }
  } catch (error) {
    throw isPkiError(error) ? error : failure(where, reasonOf(error));
  }
  throw failure(where, `its first line is longer than ${MAX_BYTES} octets`);
}

function decode(line: Uint8Array, where: string): string {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(line);
  return notEmpty(text.replace(/\r$/, ""), where, "its first line is empty");
}

function notEmpty(passphrase: string | undefined, where: string, reason: string): string {
  if (!passphrase) throw failure(where, reason);
  return passphrase;
}

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

function failure(source: string, reason: string): PkiError {
  return new PkiError("ERR_PASSPHRASE_SOURCE", { source, reason });
}
