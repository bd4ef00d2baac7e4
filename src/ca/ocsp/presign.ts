import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { PkiError } from "../../errors/pki-error.ts";
import { encodeCertId } from "../../revocation/ocsp/cert-id.ts";
import { encodeOcspRequest } from "../../revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../revocation/ocsp/ocsp-response.ts";
import type { SignedAnswer } from "../../revocation/respond/ocsp-answer.ts";
import { presignedPath } from "../../revocation/respond/presigned-path.ts";
import { Certificate } from "../../x509/certificate.ts";
import type { CaContext } from "../context.ts";
import type { OpenedResponder } from "./open-responder.ts";

/** Clients choose the hash, and each hash is another request: RFC 5019 section 2.1.1 and its successor. */
const hashes = ["sha1", "sha256"] as const;

export interface PresignReport {
  readonly certificates: number;
  /** Files that were written. */
  readonly responses: number;
  /** Files of certificates that expired, which are gone. */
  readonly removed: number;
  /** When the first of the responses lapses; undefined when there are none. */
  readonly nextUpdate: Date | undefined;
}

/**
 * Writes a response for every certificate that has not expired into a folder that any static web server can serve, and removes those
 * that lapsed. Each file is replaced whole: a server may read meanwhile. @throws PkiError ERR_OCSP_PRESIGN
 */
export async function presign(
  { store, now }: CaContext,
  { live, served }: OpenedResponder,
  folder: string,
): Promise<PresignReport> {
  const issuers = new Map(served.map(({ id, certificate }) => [id, certificate]));
  await mkdir(folder, { recursive: true });
  const written = new Set<string>();
  let certificates = 0;
  let first: Date | undefined;
  for await (const record of store.list({ notExpiredAt: now().toISOString() })) {
    const issuer = issuers.get(record.authority);
    if (issuer === undefined || record.profile === "ocsp-signer") continue; // a responder's own is not to be checked
    certificates++;
    const { serialNumber } = Certificate.parse(record.certificateDer);
    for (const hash of hashes) {
      const certId = encodeCertId(hash, issuer, serialNumber);
      const answer = await live.answer(encodeOcspRequest([certId]));
      if (answer.status !== "successful")
        throw new PkiError("ERR_OCSP_PRESIGN", { serial: record.serial, why: answer.why });
      const path = presignedPath(certId);
      await replace(join(folder, path), answer);
      written.add(path);
      if (first === undefined || answer.nextUpdate < first) first = answer.nextUpdate;
    }
  }
  return {
    certificates,
    responses: written.size,
    removed: await removeLapsed(folder, written, now()),
    nextUpdate: first,
  };
}

async function replace(path: string, { der }: SignedAnswer): Promise<void> {
  const next = `${path}.next`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(next, der);
  await rename(next, path);
}

/** Nothing but OCSP responses that lapsed: whatever else lies in the folder stays. */
async function removeLapsed(folder: string, written: ReadonlySet<string>, now: Date): Promise<number> {
  let removed = 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || written.has(relative(folder, path)) || !isLapsed(await readFile(path), now)) continue;
    await rm(path);
    removed++;
  }
  return removed;
}

function isLapsed(bytes: Uint8Array, now: Date): boolean {
  try {
    const response = parseOcspResponse(bytes);
    if (response.status !== "successful") return false;
    return response.basic.responses.every(({ nextUpdate }) => nextUpdate !== undefined && nextUpdate < now);
  } catch {
    return false;
  }
}
