import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { isPkiError } from "../../errors/pki-error.ts";
import { readCrlFile } from "../../revocation/crl/crl-file.ts";
import type { Context } from "../context.ts";
import type { Found } from "./report.ts";
import { kindOfShape } from "./shape.ts";

/** Smaller ones are read whole, and every octet of them is checked. */
const LARGE_BYTES = 4 * 1024 * 1024;
const BEGINNING_BYTES = 65_536;

/** A CRL in DER that is too large to be read whole, and stays in its file; undefined for anything else, and for one that is damaged. */
export async function findLargeCrl({ cwd }: Context, file: string): Promise<Found | undefined> {
  const path = resolve(cwd, file);
  const beginning = file === "-" ? undefined : await beginningOfLarge(path);
  if (beginning === undefined || kindOfShape(beginning) !== "crl") return undefined;
  try {
    const { withoutEntries: list, entryChunks } = await readCrlFile(path);
    return { kind: "crl", file, encoding: "DER", bytes: list.der, block: undefined, crl: { list, entryChunks } };
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

/** Undefined for what is small, is no file, or cannot be read: then reading it whole says so. */
async function beginningOfLarge(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, "r").catch(() => undefined);
  try {
    if (file === undefined || (await file.stat()).size < LARGE_BYTES) return undefined;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file?.close();
  }
}
