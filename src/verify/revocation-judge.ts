import type { RevocationVerdict } from "../revocation/revocation-verdict.ts";
import type { Certificate } from "../x509/certificate.ts";
import type { Name } from "../x509/name.ts";
import type { FindingCode } from "./explanations/index.ts";
import type { Severity } from "./finding.ts";
import type { CandidatePath } from "./path/candidate-path.ts";
import type { CertificatePool, PoolEntry } from "./path/certificate-pool.ts";
import type { PlacedProblem } from "./path/judged-path.ts";
import { checkPathRevocation } from "./revocation/check-path-revocation.ts";
import { type RevocationSources, readRevocationSources } from "./revocation/revocation-sources.ts";
import { severityOf } from "./rule-set.ts";
import { notRevoked } from "./rules/revocation.ts";
import { timeText } from "./text.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** A path of a certificate that is valid but for revocation, which is not looked at; undefined when there is none. */
export type FindPath = (from: PoolEntry) => CandidatePath | undefined;

/** Says what the CRLs and OCSP responses of a request mean for a path. */
export class RevocationJudge {
  readonly #request: VerifyRequest;
  readonly #pool: CertificatePool;
  readonly #findPath: FindPath;
  #sources: RevocationSources | undefined;

  constructor(request: VerifyRequest, pool: CertificatePool, findPath: FindPath) {
    this.#request = request;
    this.#pool = pool;
    this.#findPath = findPath;
  }

  /** True when the request wants revocation looked at. */
  get isAsked(): boolean {
    const { revocation, crls, ocsp } = this.#request;
    return revocation === "require" || (revocation === "if-given" && crls.length + ocsp.length > 0);
  }

  problems({ entries, end }: CandidatePath): readonly PlacedProblem[] {
    const anchor = entries.at(-1);
    if (!this.isAsked || end !== "anchor" || anchor === undefined) return [];
    this.#sources ??= readRevocationSources(this.#request.crls, this.#request.ocsp);
    const verdicts = checkPathRevocation(certificatesOf(entries), this.#sources, {
      at: this.#request.at,
      findSignerPaths: (name) => this.#signerPaths(name, anchor),
    });
    return verdicts.flatMap((verdict, index) => this.#problemsOf(verdict, index));
  }

  // RFC 5280 section 6.3.3 (f): the path of a CRL's signer ends at the anchor of the certificate's own path.
  #signerPaths(name: Name, anchor: PoolEntry): readonly (readonly Certificate[])[] {
    const namesakes = [...this.#pool.withSubjectDer(name), ...this.#pool.withSubjectLike(name)];
    return namesakes
      .map((entry) => this.#findPath(entry)?.entries ?? [])
      .filter((entries) => entries.at(-1) === anchor)
      .map(certificatesOf);
  }

  #problemsOf(verdict: RevocationVerdict, index: number): readonly PlacedProblem[] {
    switch (verdict.status) {
      case "good":
        return [];
      case "revoked": {
        const { source, at, reason } = verdict;
        const code = index > 0 ? "revoked-intermediate" : (`revoked-${source}` as const);
        return this.#place(code, `revoked since ${timeText(at)}${reason ? `, reason: ${reason}` : ""}`, index);
      }
      case "undetermined":
        return verdict.problems.flatMap(({ code, detail }) => this.#place(code, detail, index));
    }
  }

  #place(code: FindingCode, message: string, index: number): readonly PlacedProblem[] {
    const severity = this.#severityOf(code);
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

function certificatesOf(entries: readonly PoolEntry[]): readonly Certificate[] {
  return entries.map(({ certificate }) => certificate);
}
