import { createReadStream } from "node:fs";
import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import { buildCrl } from "../../revocation/publish/build-crl.ts";
import { pemChunks } from "../../revocation/publish/pem-chunks.ts";
import { publicationProblem } from "../../revocation/publish/publication-problem.ts";
import { type AsideFile, writeAside } from "../../revocation/publish/write-aside.ts";
import type { CrlEntries } from "../../store/crl-session.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Authority } from "../authority.ts";
import type { CrlPeriod } from "./crl-period.ts";
import type { PlannedCrl } from "./crl-plan.ts";

export interface MakeCrlInput {
  readonly list: PlannedCrl;
  /** The file, in PEM when its name says so. */
  readonly target: string;
  readonly number: number;
  /** For a delta. */
  readonly base?: number | undefined;
  readonly period: CrlPeriod;
  readonly entries: CrlEntries;
  /** The number of the list that it replaces; 0 for none. */
  readonly after: number;
  /** A certificate in use that it must speak of. */
  readonly sample: Certificate | undefined;
  readonly now: Date;
}

/** A CRL that was signed, written beside the one that it is to replace, read back, and found good. */
export interface MadeCrl extends AsideFile {
  /** Of the DER. */
  readonly byteLength: number;
}

/** @throws PkiError ERR_CRL_REFUSED, ERR_CRL_WRITE, ERR_MESSAGE_TOO_LARGE */
export async function makeCrl({ certificate, issuer, signer, name }: Authority, input: MakeCrlInput): Promise<MadeCrl> {
  const { list, target, number, base, period, entries, after, sample, now } = input;
  const { distributionPoint, deltaUrls } = list;
  const { subject, keyIdentifier, signatureAlgorithm } = issuer;
  const terms = {
    issuer: subject,
    keyIdentifier,
    signatureAlgorithm,
    number,
    base,
    ...period,
    distributionPoint,
    deltaUrls,
  };
  const built = await buildCrl(terms, entries, signer);
  const aside = await orWriteError(target, () => writeAside(target, built.chunks()));
  try {
    const samples = sample === undefined ? [] : [sample];
    const problem = await publicationProblem(aside.path, { issuer: certificate, at: now, after, samples });
    if (problem !== undefined) throw new PkiError("ERR_CRL_REFUSED", { ca: name, problem });
  } catch (error) {
    await aside.discard();
    throw error;
  }
  const judged = target.endsWith(".pem") ? await orWriteError(target, () => inPem(target, aside)) : aside;
  return { ...judged, putInPlace: () => orWriteError(target, judged.putInPlace), byteLength: built.byteLength };
}

/** For programs that read PEM alone, such as nginx and curl. What was judged is its DER. */
async function inPem(target: string, der: AsideFile): Promise<AsideFile> {
  try {
    return await writeAside(target, pemChunks(createReadStream(der.path)));
  } finally {
    await der.discard();
  }
}

async function orWriteError<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isPkiError(error) || !(error instanceof Error && "syscall" in error)) throw error;
    throw new PkiError("ERR_CRL_WRITE", { file, why: error.message }, { cause: error });
  }
}
