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

  /** The same path, with the signatures checked that had to wait for inherited parameters; those beyond the budget count as bad. */
  settle(path: CandidatePath): CandidatePath {
    if (!path.links.includes("not-yet")) return path;
    const certificates = path.entries.map(({ certificate }) => certificate);
    const issuers = withInheritedParameters(certificates).map((certificate) => new PoolEntry(certificate, "untrusted"));
    const settled = (index: number) =>
      this.verdict(certificates[index] as Certificate, issuers[index + 1] as PoolEntry) ?? "bad";
    return { ...path, links: path.links.map((link, index) => (link === "not-yet" ? settled(index) : link)) };
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
