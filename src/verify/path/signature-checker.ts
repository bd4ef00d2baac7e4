import { isPkiError } from "../../errors/pki-error.ts";
import type { PublicKey } from "../../keys/public-key.ts";
import { verifySignature } from "../../keys/verify-signature.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Budget } from "../budget.ts";
import type { CandidatePath, LinkVerdict } from "./candidate-path.ts";
import { PoolEntry } from "./certificate-pool.ts";
import { withInheritedParameters } from "./inherited-parameters.ts";

/** Checks who signed whom, each pair of certificate and key once. */
export class SignatureChecker {
  readonly #budget: Budget;
  /** There are no more than the budget allows. */
  readonly #known: { readonly child: Certificate; readonly key: PublicKey; readonly verdict: LinkVerdict }[] = [];

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Undefined: the budget allows no further check. */
  verdict(child: Certificate, issuer: PoolEntry): LinkVerdict | undefined {
    const key = orMalformed(() => issuer.publicKey);
    if (key === undefined) return "malformed-key";
    if (key.kind === "dsa" && key.bits === undefined) return "not-yet";
    const known = this.#known.find((one) => one.child === child && one.key === key);
    if (known !== undefined) return known.verdict;
    if (!this.#budget.spend("signatures")) return undefined;
    const check = () => verifySignature(child.signatureAlgorithm, key, child.tbsDer, child.signature);
    const verdict = orMalformed(check) ?? "malformed";
    this.#known.push({ child, key, verdict });
    return verdict;
  }

  /** The same path with the checks that had to wait; undefined when the budget does not allow them all. */
  settle(path: CandidatePath): CandidatePath | undefined {
    const checked = this.#resolve(path, "unchecked", path.entries);
    if (!checked?.links.includes("not-yet")) return checked;
    const certificates = path.entries.map(({ certificate }) => certificate);
    const issuers = withInheritedParameters(certificates).map((certificate) => new PoolEntry(certificate, "untrusted"));
    return this.#resolve(checked, "not-yet", issuers);
  }

  #resolve(path: CandidatePath, waiting: LinkVerdict, issuers: readonly PoolEntry[]): CandidatePath | undefined {
    if (!path.links.includes(waiting)) return path;
    const links: LinkVerdict[] = [];
    for (const [index, link] of path.links.entries()) {
      const child = path.entries[index] as PoolEntry;
      const verdict = link === waiting ? this.verdict(child.certificate, issuers[index + 1] as PoolEntry) : link;
      if (verdict === undefined) return undefined;
      links.push(verdict);
    }
    return { ...path, links };
  }
}

function orMalformed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
