import { PkiError } from "../errors/pki-error.ts";
import { PublicKey } from "../keys/public-key.ts";
import type { CompiledProfile } from "../profile/compile-profile.ts";
import type { Finding } from "../verify/finding.ts";
import { verify } from "../verify/verify.ts";
import type { Certificate } from "../x509/certificate.ts";
import type { Extension } from "../x509/extension.ts";
import { keyUsage } from "../x509/extensions/key-usage.ts";
import { subjectAltName } from "../x509/extensions/subject-alt-name.ts";
import { subjectKeyIdentifier } from "../x509/extensions/subject-key-identifier.ts";

/**
 * Asks the verifier whether clients that trust the root would accept what an authority is about to sign.
 *
 * Certificates of one profile differ in serial number, period, subject, names and key. All of these policy and lint have judged by then,
 * and to the chain only a few traits of them matter. So the verifier is asked once for each set of traits; where a CA above has name
 * constraints or a request brought extensions of its own, it is asked every time.
 */
export class ChainCheck {
  readonly #issuers: readonly Certificate[];
  /** When all of them are valid, milliseconds. */
  readonly #from: number;
  readonly #until: number;
  readonly #constrained: boolean;
  readonly #accepted = new WeakMap<CompiledProfile, Traits[]>();

  /** @param issuers the certificates above, nearest first, the root last; none for a root. */
  constructor(issuers: readonly Certificate[]) {
    this.#issuers = issuers;
    this.#from = Math.max(...issuers.map(({ notBefore }) => notBefore.getTime()));
    this.#until = Math.min(...issuers.map(({ notAfter }) => notAfter.getTime()));
    this.#constrained = issuers.some(({ nameConstraints }) => nameConstraints !== undefined);
  }

  /** @throws PkiError ERR_CA_EXPIRED when any of the certificates above has */
  requireCurrent(now: Date): void {
    if (!(now.getTime() > this.#until)) return;
    const expired = this.#issuers.find(({ notAfter }) => now > notAfter) as Certificate;
    throw new PkiError("ERR_CA_EXPIRED", { ca: `${expired.subject}`, notAfter: expired.notAfter.toISOString() });
  }

  /** @throws PkiError ERR_CHAIN_REFUSED unless the chain holds for every purpose of the profile */
  require(certificate: Certificate, compiled: CompiledProfile, now: Date): void {
    // What is to count from some later day is judged as of that day.
    const at = Math.max(now.getTime(), certificate.notBefore.getTime());
    const isCurrent = at >= this.#from && at <= this.#until && at <= certificate.notAfter.getTime();
    const accepted = this.#acceptedOf(compiled);
    const traits = traitsOf(certificate);
    if (isCurrent && accepted.some((known) => isSame(known, traits))) return;
    const { purposes } = compiled.profile.extendedKeyUsage;
    for (const purpose of purposes.length === 0 ? ["any"] : purposes) this.#verify(certificate, purpose, new Date(at));
    if (!this.#constrained && !hasRequested(certificate, compiled)) accepted.push(traits);
  }

  #acceptedOf(compiled: CompiledProfile): Traits[] {
    const known = this.#accepted.get(compiled);
    if (known !== undefined) return known;
    const fresh: Traits[] = [];
    this.#accepted.set(compiled, fresh);
    return fresh;
  }

  #verify(certificate: Certificate, purpose: string, at: Date): void {
    const trust = [this.#issuers.at(-1) ?? certificate];
    const sent = [certificate, ...this.#issuers.slice(0, -1)];
    const { valid, findings } = verify(sent, { trust, at, purpose, dangerUnsignedLeaf: true });
    if (!valid) throw refused(findings);
  }
}

/** What of a certificate matters to its chain, where nothing above it has name constraints. */
interface Traits {
  /** The type of its key, in words. */
  readonly key: string;
  readonly isNamed: boolean;
  readonly extensions: readonly Extension[];
}

function traitsOf({ subject, spkiDer, extensions }: Certificate): Traits {
  return { key: PublicKey.fromSpki(spkiDer).words, isNamed: !subject.isEmpty, extensions };
}

function isSame(one: Traits, other: Traits): boolean {
  const { extensions } = one;
  const sameShape = extensions.length === other.extensions.length && one.isNamed === other.isNamed;
  return (
    sameShape && one.key === other.key && extensions.every((extension, i) => isLike(extension, other.extensions[i]))
  );
}

function isLike({ oid, critical }: Extension, other: Extension | undefined): boolean {
  return oid === other?.oid && critical === other.critical;
}

/** True when it has extensions that are neither the profile's nor vary with names and key: their values may be anything. */
function hasRequested({ extensions }: Certificate, { constants }: CompiledProfile): boolean {
  const own = new Set([keyUsage.oid, subjectKeyIdentifier.oid, subjectAltName.oid, ...constants.map(({ oid }) => oid)]);
  return extensions.some(({ oid }) => !own.has(oid));
}

function refused(findings: readonly Finding[]): PkiError {
  const [headline] = findings;
  const fix = headline?.fix.find(({ role }) => role === "ca")?.text ?? headline?.why ?? "";
  return new PkiError("ERR_CHAIN_REFUSED", { finding: headline?.message ?? "", code: headline?.code ?? "", fix });
}
