import type { Certificate } from "../x509/certificate.ts";
import { type ReadyRule, ready } from "./ready-rule.ts";
import type { CertificateRule, RuleContext } from "./rule.ts";

type Ready = ReadyRule<Certificate, RuleContext>;

/** The rules for certificates in one role, put together once for each combination of extensions that they are about. */
export class CertificateRules {
  readonly #rules: readonly CertificateRule[];
  /** The types of extension that some rule is about. */
  readonly #types: readonly string[];
  /** By the types that are there, a bit for each. */
  readonly #byPresence = new Map<number, readonly Ready[]>();

  constructor(rules: readonly CertificateRule[]) {
    this.#rules = rules;
    this.#types = [...new Set(rules.flatMap(({ extension }) => extension ?? []))];
  }

  /** The rules that look at this certificate. */
  for(certificate: Certificate): readonly Ready[] {
    let presence = 0;
    for (const type of this.#types) presence = presence * 2 + (certificate.hasExtension(type) ? 1 : 0);
    const known = this.#byPresence.get(presence);
    if (known) return known;
    const rules = this.#rules.filter(({ extension }) => extension === undefined || certificate.hasExtension(extension));
    const chosen = rules.map(ready);
    this.#byPresence.set(presence, chosen);
    return chosen;
  }
}
