import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
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
  if ("fd" in source) return fromDescriptor(source.fd);
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
    return await firstLine(handle.createReadStream({ autoClose: false }), where);
  } finally {
    await handle.close();
  }
}

function fromDescriptor(fd: number): Promise<string> {
  return firstLine(createReadStream("", { fd, autoClose: false }), `file descriptor ${fd}`);
}

async function permissionHint(handle: FileHandle, file: string): Promise<string | undefined> {
  const status = await handle.stat();
  const open = status.isFile() && (status.mode & 0o077) !== 0;
  if (!open) return undefined;
  const mode = (status.mode & 0o777).toString(8);
  return `others on this machine can read the passphrase in ${file} (mode ${mode}); close it with \`chmod 600 ${file}\``;
}

async function firstLine(stream: AsyncIterable<Uint8Array>, where: string): Promise<string> {
  const line: number[] = [];
  try {
    for await (const chunk of stream) {
      const end = chunk.indexOf(NEWLINE);
      line.push(...(end < 0 ? chunk : chunk.subarray(0, end)));
      if (end >= 0) break;
      if (line.length > MAX_BYTES) throw failure(where, `its first line is longer than ${MAX_BYTES} octets`);
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(line));
    return notEmpty(text.replace(/\r$/, ""), where, "its first line is empty");
  } catch (error) {
    throw isPkiError(error) ? error : failure(where, reasonOf(error));
  }
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
