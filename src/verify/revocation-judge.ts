import { failuresOf } from "../revocation/fetch/fetched-revocation.ts";
import type { RevocationProblem, RevocationVerdict } from "../revocation/revocation-verdict.ts";
import type { Certificate } from "../x509/certificate.ts";
import type { Name } from "../x509/name.ts";
import { crlNumberProblems } from "./crl-number-problems.ts";
import type { FindingCode } from "./explanations/index.ts";
import type { Severity } from "./finding.ts";
import type { CandidatePath } from "./path/candidate-path.ts";
import type { CertificatePool, PoolEntry } from "./path/certificate-pool.ts";
import { withInheritedParameters } from "./path/inherited-parameters.ts";
import type { PlacedProblem } from "./path/judged-path.ts";
import { checkPathRevocation } from "./revocation/check-path-revocation.ts";
import { type RevocationSources, readRevocationSources } from "./revocation/revocation-sources.ts";
import { severityOf } from "./rule-set.ts";
import { notRevoked } from "./rules/revocation.ts";
import { timeText } from "./text.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** Finds a valid path for the signer of a CRL, and tells at which anchor it ends; undefined when there is none. */
export type AnchorOf = (signer: PoolEntry) => PoolEntry | undefined;

/** Says what the CRLs and OCSP responses of a request mean for a path. */
export class RevocationJudge {
  readonly #request: VerifyRequest;
  readonly #pool: CertificatePool;
  readonly #anchorOf: AnchorOf;
  /** Signers whose own paths are being looked for: a list that only its own signer vouches for proves nothing. */
  readonly #underway = new Set<PoolEntry>();
  #sources: RevocationSources | undefined;

  constructor(request: VerifyRequest, pool: CertificatePool, anchorOf: AnchorOf) {
    this.#request = request;
    this.#pool = pool;
    this.#anchorOf = anchorOf;
  }

  /** True when the request wants revocation looked at. */
  get isAsked(): boolean {
    const { revocation, crls, ocsp, fetched } = this.#request;
    return (
      revocation === "require" || (revocation === "prefer" && (crls.length + ocsp.length > 0 || fetched !== undefined))
    );
  }

  problems({ entries, end }: CandidatePath): readonly PlacedProblem[] {
    const anchor = entries.at(-1);
    if (!this.isAsked || end !== "anchor" || anchor === undefined) return [];
    const { crls, ocsp, ocspNonce: nonce, fetched, at, skewMs } = this.#request;
    this.#sources ??= readRevocationSources([...crls, ...(fetched?.crls ?? [])], [...ocsp, ...(fetched?.ocsp ?? [])]);
    const path = withInheritedParameters(entries.map(({ certificate }) => certificate));
    const findSigners = (name: Name) => this.#signers(name, anchor);
    const verdicts = checkPathRevocation(path, this.#sources, { at, skewMs, findSigners, ...(nonce && { nonce }) });
    const problems = verdicts.flatMap((verdict, index) => {
      const failures = failuresOf(fetched, path[index] as Certificate);
      return [...this.#problemsOf(verdict, index, failures.length > 0), ...this.#failed(failures, verdict, index)];
    });
    return [...problems, ...crlNumberProblems(this.#sources.crls)];
  }

  #signers(name: Name, anchor: PoolEntry): readonly Certificate[] {
    const namesakes = [...this.#pool.withSubjectDer(name), ...this.#pool.withSubjectLike(name)];
    return namesakes.filter((entry) => this.#endsAt(entry, anchor)).map(({ certificate }) => certificate);
  }

  // RFC 5280 section 6.3.3 (f): the path of the CRL's signer ends at the anchor of the certificate's own path.
  #endsAt(signer: PoolEntry, anchor: PoolEntry): boolean {
    if (signer === anchor) return true;
    if (this.#underway.has(signer)) return false;
    this.#underway.add(signer);
    const found = this.#anchorOf(signer);
    this.#underway.delete(signer);
    return found === anchor;
  }

  /** @param isExplained it is told elsewhere why there is no list. */
  #problemsOf(verdict: RevocationVerdict, index: number, isExplained: boolean): readonly PlacedProblem[] {
    switch (verdict.status) {
      case "good":
        return [];
      case "revoked": {
        const { source, at, reason } = verdict;
        const code = index > 0 ? "revoked-intermediate" : (`revoked-${source}` as const);
        return this.#place(code, `revoked since ${timeText(at)}${reason ? `, reason: ${reason}` : ""}`, index);
      }
      case "undetermined":
        return verdict.problems
          .filter(({ code }) => code !== "crl-missing" || !isExplained)
          .flatMap(({ code, detail }) => this.#place(code, detail, index));
    }
  }

  /** What could not be fetched weighs little where another source told enough. */
  #failed(
    failures: readonly RevocationProblem[],
    { status }: RevocationVerdict,
    index: number,
  ): readonly PlacedProblem[] {
    return failures.flatMap(({ code, detail }) =>
      this.#place(code, detail, index, status === "undetermined" ? undefined : "notice"),
    );
  }

  #place(
    code: FindingCode,
    message: string,
    index: number,
    severity: Severity | "off" = this.#severityOf(code),
  ): readonly PlacedProblem[] {
    if (severity === "off") return [];
    return [{ raised: { code, severity, rule: notRevoked, problem: { message, field: "revocation" } }, index }];
  }

  /** What is not certain only counts where certainty is required. */
  #severityOf(code: FindingCode): Severity | "off" {
    if (this.#request.revocation === "require" || code.startsWith("revoked-"))
      return severityOf(this.#request.rules, notRevoked, code);
    return code === "crl-missing" ? "notice" : "warning";
  }
}
