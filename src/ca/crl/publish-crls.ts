import { resolve } from "node:path";
import { PkiError } from "../../errors/pki-error.ts";
import type { CrlEntries, CrlSession } from "../../store/crl-session.ts";
import { lastPublished, type PublishedCrl } from "../../store/published-crl.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Authority } from "../authority.ts";
import type { CaContext } from "../context.ts";
import { crlPeriod } from "./crl-period.ts";
import { type PlannedCrl, planCrls } from "./crl-plan.ts";
import { type MadeCrl, makeCrl } from "./make-crl.ts";
import { numberInFile } from "./number-in-file.ts";
import { sampleCertificates } from "./sample-certificates.ts";

export interface PublishCrlsOptions {
  /** Where what is published lies: lists go into its folder `crl`. */
  readonly folder: string;
  /** One list of everything in this file instead, also when the lists of the authority are split. PEM when it ends in `.pem`. */
  readonly file?: string | undefined;
  /** Publish only deltas to the complete lists that are in place. */
  readonly delta?: boolean | undefined;
  /** Whole days until nextUpdate, which is no later than the end of the authority. Unless told, 7 for an issuing CA and 180 for one above others; deltas 1 and 30. */
  readonly days?: number | undefined;
}

/** A list that is in place now. */
export interface CrlPublication extends PublishedCrl {
  /** For a delta: the number of the complete list that it adds to. */
  readonly base?: number | undefined;
  readonly byteLength: number;
  readonly reasons: CrlEntries["reasons"];
}

/**
 * Signs and publishes the CRLs of an authority: everything that was revoked before this call is in them. Each is written aside and judged
 * as a client would judge it; only when all are good does each take the place of its predecessor, at once. Whatever happens, a whole list
 * is in place. Where the authority has URLs for deltas, a complete list comes with a delta to it, so that an older one does not linger.
 * @throws PkiError ERR_CRL_SIGN_FORBIDDEN, ERR_CRL_NO_BASE, ERR_CRL_REFUSED, ERR_CRL_WRITE, ERR_CA_EXPIRED, and those of store and signer
 */
export async function publishCrls(
  context: CaContext,
  authority: Authority,
  options: PublishCrlsOptions,
): Promise<readonly CrlPublication[]> {
  const { store } = context;
  const now = context.now();
  authority.chainCheck.requireCurrent(now);
  requireCrlSigner(authority);
  const lists = listsOf(authority, options);
  const authorities = await store.authorities();
  const job = {
    authority,
    options,
    now,
    isIssuing: !authorities.some(({ parent }) => parent === authority.id),
    samples: await sampleCertificates(store, authority.id, lists, now),
  };
  return store.makeCrls(authority.id, async (session) => {
    const known = lists.map(({ file }) => numberInFile(resolve(options.folder, file), authority.issuer.subject));
    const number = await session.takeNumber(Math.max(...(await Promise.all(known))));
    const made: Made[] = [];
    try {
      for (const list of lists) made.push(await makeOne(job, session, list, number, made));
      for (const { crl } of made) await crl.putInPlace();
    } catch (error) {
      for (const { crl } of made) await crl.discard();
      throw error;
    }
    await session.published(made.map(({ published }) => published));
    return made.map(({ publication }) => publication);
  });
}

interface Job {
  readonly authority: Authority;
  readonly options: PublishCrlsOptions;
  readonly now: Date;
  readonly isIssuing: boolean;
  readonly samples: ReadonlyMap<PlannedCrl, Certificate>;
}

interface Made {
  readonly crl: MadeCrl;
  readonly published: PublishedCrl;
  readonly publication: CrlPublication;
}

function listsOf(authority: Authority, { file, delta = false }: PublishCrlsOptions): readonly PlannedCrl[] {
  if (file !== undefined) return [{ kind: delta ? "delta" : "complete", file }];
  const deltas = planCrls(authority, "delta");
  if (delta) return deltas;
  const hasDeltas = (authority.urls?.deltaCrl ?? []).length > 0;
  return [...planCrls(authority, "complete"), ...(hasDeltas ? deltas : [])];
}

/** @param made the lists of the same publication that came before. */
async function makeOne(
  { authority, options, now, isIssuing, samples }: Job,
  session: CrlSession,
  list: PlannedCrl,
  number: number,
  made: readonly Made[],
): Promise<Made> {
  const { kind, shard } = list;
  const history = {
    ...session.history,
    published: [...made.map(({ published }) => published), ...session.history.published],
  };
  const complete = lastPublished(history, "complete", shard?.index);
  if (kind === "delta" && complete === undefined)
    throw new PkiError("ERR_CRL_NO_BASE", { ca: authority.name, id: authority.id });
  const entries = await session.entries(
    kind === "delta" ? { shard, since: complete?.upTo } : { shard, told: complete && told(complete) },
  );
  const { certificate: issuer } = authority;
  const days = kind === "delta" && !options.delta ? undefined : options.days; // those of the complete list that it comes with
  const period = crlPeriod({ kind, issuer, isIssuing, days, now });
  const base = kind === "delta" ? complete?.number : undefined;
  const after = lastPublished(session.history, kind, shard?.index)?.number ?? 0;
  const target = resolve(options.folder, list.file);
  const input = { list, target, number, base, period, entries, after, sample: samples.get(list), now };
  const crl = await makeCrl(authority, input);
  const published = {
    kind,
    ...(shard === undefined ? {} : { shard: shard.index }),
    file: target,
    number,
    thisUpdate: period.thisUpdate.toISOString(),
    nextUpdate: period.nextUpdate.toISOString(),
    entries: entries.count,
    upTo: entries.upTo,
  };
  const { byteLength } = crl;
  return { crl, published, publication: { ...published, base, byteLength, reasons: entries.reasons } };
}

/** Expired certificates that the last complete list told of after their expiry need not be told of again. */
function told({ thisUpdate, upTo }: PublishedCrl) {
  return { time: thisUpdate, upTo };
}

/** RFC 5280 section 4.2.1.3: a key usage without cRLSign forbids it. */
function requireCrlSigner({ name, certificate: { keyUsage } }: Authority): void {
  if (keyUsage === undefined || keyUsage.value.includes("cRLSign")) return;
  throw new PkiError("ERR_CRL_SIGN_FORBIDDEN", { ca: name, usage: keyUsage.value.join(", ") });
}
