import { open, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { PkiError } from "../errors/pki-error.ts";
import type { Context } from "./context.ts";

/**
 * A whole input: a file relative to the working directory, or `-` for standard input.
 * @throws PkiError ERR_FILE_READ
 */
export async function readInput(context: Pick<Context, "cwd" | "stdin">, file: string): Promise<Uint8Array> {
  if (file === "-") return readAll(context.stdin);
  try {
    return await readFile(resolve(context.cwd, file));
  } catch (error) {
    throw fileReadError(file, error);
  }
}

/** The lines of an input as they come, without the empty ones. A caller that waits for an answer gets it at once. */
export async function* readLines(context: Pick<Context, "cwd" | "stdin">, file: string): AsyncGenerator<string> {
  const input = file === "-" ? context.stdin : await openFile(context.cwd, file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") yield line;
  }
}

async function openFile(cwd: string, file: string): Promise<Readable> {
  try {
    return (await open(resolve(cwd, file))).createReadStream();
  } catch (error) {
    throw fileReadError(file, error);
  }
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/** What the system said about a file or a folder, without the names of its calls. */
export function fileReadError(file: string, cause: unknown): PkiError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "permission denied",
    EISDIR: "it is a folder",
    ENOTDIR: "it is no folder",
  };
  return new PkiError("ERR_FILE_READ", { file, reason: words[code ?? ""] ?? message }, { cause });
}
