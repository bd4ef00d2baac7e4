import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import type { Context } from "../context.ts";
import { findObjects } from "../inspect/find.ts";
import { pkcs7Contents } from "../inspect/pkcs7-contents.ts";
import type { Found } from "../inspect/report.ts";
import { kindOfShape } from "../inspect/shape.ts";
import { readInput } from "../read-input.ts";

/**
 * The DER of every certificate of a file: a PEM bundle, DER, PKCS#7. One that is damaged is among them, for the verifier to say so.
 * @throws PkiError ERR_FILE_READ, ERR_PEM, ERR_PEM_NO_CERTIFICATE, ERR_NO_OBJECT
 */
export async function certificatesOfFile(context: Context, file: string): Promise<readonly Uint8Array[]> {
  const objects = findObjects(await readInput(context, file), file);
  const certificates = objects.flatMap(certificatesOf);
  if (certificates.length > 0) return certificates;
  const labels = [...new Set(objects.map(({ block, kind }) => block?.label ?? kind))].join(", ");
  throw new PkiError("ERR_PEM_NO_CERTIFICATE", { labels });
}

/** The same of a folder, hashed (`openssl rehash`) or not; its files that hold no certificate are passed over. */
export async function certificatesOfPath(context: Context, path: string): Promise<readonly Uint8Array[]> {
  const status = await stat(resolve(context.cwd, path)).catch(() => undefined);
  if (!status?.isDirectory()) return certificatesOfFile(context, path);
  const certificates: Uint8Array[] = [];
  for (const name of (await readdir(resolve(context.cwd, path))).sort())
    certificates.push(...(await certificatesIfAny(context, join(path, name))));
  if (certificates.length === 0)
    throw new PkiError("ERR_FILE_READ", { file: path, reason: "no file in this folder holds a certificate" });
  return certificates;
}

/** The DER of every CRL of a file. @throws PkiError ERR_FILE_READ, ERR_PEM, ERR_NO_OBJECT */
export async function crlsOfFile(context: Context, file: string): Promise<readonly Uint8Array[]> {
  return findObjects(await readInput(context, file), file).map(({ bytes }) => bytes);
}

async function certificatesIfAny(context: Context, file: string): Promise<readonly Uint8Array[]> {
  try {
    return await certificatesOfFile(context, file);
  } catch (error) {
    if (isPkiError(error)) return [];
    throw error;
  }
}

function certificatesOf({ kind, block, bytes }: Found): readonly Uint8Array[] {
  if (kind === "pkcs7") return pkcs7Contents(bytes).objects.filter((object) => kindOfShape(object) === "certificate");
  return kind === "certificate" || (kind === "unknown" && block === undefined) ? [bytes] : [];
}
