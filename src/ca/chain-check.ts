import { PkiError } from "../errors/pki-error.ts";
import type { Finding } from "../verify/finding.ts";
import type { CandidatePath, LinkVerdict } from "../verify/path/candidate-path.ts";
import type { PoolEntry } from "../verify/path/certificate-pool.ts";
import { readOptions } from "../verify/read-options.ts";
import { RuleRunner } from "../verify/rule-runner.ts";
import { verify } from "../verify/verify.ts";
import type { VerifyOptions } from "../verify/verify-options.ts";
import type { Certificate } from "../x509/certificate.ts";

/**
 * Asks the verifier whether clients that trust the root would accept what an authority is about to sign. The path of the first
 * certificate is verified as a whole; after that, what was found of the certificates above it is remembered while they are valid.
 */
export class ChainCheck {
  readonly #issuers: readonly Certificate[];
  readonly #entries: readonly PoolEntry[];
  readonly #links: readonly LinkVerdict[];
  readonly #heldFor = new Set<string>();

  /** @param issuers the certificates above, nearest first, the root last; none for a root. */
  constructor(issuers: readonly Certificate[]) {
    const last = issuers.length - 1;
    this.#issuers = issuers;
    this.#entries = issuers.map((certificate, i) => ({ certificate, from: i === last ? "trust" : "untrusted" }));
    this.#links = issuers.map((_, i) => (i === 0 ? "unsigned" : "good"));
  }

  /** @throws PkiError ERR_CA_EXPIRED when any of the certificates above has */
  requireCurrent(now: Date): void {
    const expired = this.#issuers.find(({ notAfter }) => now > notAfter);
    if (expired === undefined) return;
    throw new PkiError("ERR_CA_EXPIRED", { ca: `${expired.subject}`, notAfter: expired.notAfter.toISOString() });
  }

  /**
   * @param purposes object identifiers of key purposes (RFC 5280 section 4.2.1.12); the chain must hold for each. None: for any.
   * @throws PkiError ERR_CHAIN_REFUSED
   */
  require(certificate: Certificate, purposes: readonly string[], now: Date): void {
    // What is to count from some later day is judged as of that day.
    const at = new Date(Math.max(now.getTime(), certificate.notBefore.getTime()));
    for (const purpose of purposes.length === 0 ? ["any"] : purposes) {
      const options = { trust: [this.#issuers.at(-1) ?? certificate], at, purpose, dangerUnsignedLeaf: true };
      if (!this.#holdsAsBefore(certificate, options)) this.#verify(certificate, options);
    }
  }

  #holdsAsBefore(certificate: Certificate, options: ChainOptions): boolean {
    const { at, purpose } = options;
    const isCurrent = this.#issuers.every(({ validity }) => validity.notBefore <= at && at <= validity.notAfter);
    if (!this.#heldFor.has(purpose) || !isCurrent) return false;
    const runner = new RuleRunner(readOptions(options));
    const entries: readonly PoolEntry[] = [{ certificate, from: "sent" }, ...this.#entries];
    const path: CandidatePath = { entries, links: this.#links, end: "anchor" };
    const raised = [...runner.certificate(certificate, "leaf"), ...runner.path(path, false)];
    return !raised.some(({ severity }) => severity === "error");
  }

  #verify(certificate: Certificate, options: ChainOptions): void {
    const { valid, findings } = verify([certificate, ...this.#issuers.slice(0, -1)], options);
    if (!valid) throw refused(findings);
    this.#heldFor.add(options.purpose);
  }
}

type ChainOptions = VerifyOptions & Required<Pick<VerifyOptions, "at" | "purpose">>;

function refused(findings: readonly Finding[]): PkiError {
  const [headline] = findings;
  const fix = headline?.fix.find(({ role }) => role === "ca")?.text ?? headline?.why ?? "";
  return new PkiError("ERR_CHAIN_REFUSED", { finding: headline?.message ?? "", code: headline?.code ?? "", fix });
}
