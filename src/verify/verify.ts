import { isPkiError, type PkiError } from "../errors/pki-error.ts";
import { composeFindings } from "./compose-findings.ts";
import { readGiven } from "./given-certificates.ts";
import { PoolEntry } from "./path/certificate-pool.ts";
import type { Given } from "./path/given.ts";
import type { JudgedPath, PlacedProblem } from "./path/judged-path.ts";
import { readCertificate } from "./read-certificate.ts";
import { readOptions } from "./read-options.ts";
import { PathElement, type TriedPath, type VerifyResult } from "./result.ts";
import type { RuleFacts } from "./rule.ts";
import { RuleRunner } from "./rule-runner.ts";
import { searchPath } from "./search-path.ts";
import { certificateText } from "./text.ts";
import type { CertificateInput, VerifyOptions } from "./verify-options.ts";
import type { VerifyRequest } from "./verify-request.ts";

/**
 * Is the first certificate valid, for what the options ask, along some path to a trusted one? All that is wrong with the most promising
 * path is told, not only the first thing.
 * @param certificates what the peer sent: the leaf first, the others in any order.
 * @throws TypeError for options that cannot be meant; never for what stands in a certificate.
 */
export function verify(certificates: readonly CertificateInput[], options: VerifyOptions): VerifyResult {
  const request = readOptions(options);
  const [leafInput, ...sent] = certificates;
  if (leafInput === undefined) throw new TypeError("there is no certificate to verify");
  const leaf = readCertificate(leafInput);
  if (isPkiError(leaf)) return unreadableLeaf(leaf);
  const { given, ignored } = readGiven(leaf, sent, options);
  const entry = given.pool.find(leaf) ?? new PoolEntry(leaf, "sent");
  const runner = new RuleRunner(request);
  const { best, tried, cutShort } = searchPath(entry, given.pool, runner);
  const problems = [
    ...(cutShort ? [outOfBudget(request)] : []),
    ...(best?.problems ?? []),
    ...besides(best, given, runner),
    ...ignored,
  ];
  return {
    valid: best?.cost === 0 && !problems.some(({ raised }) => raised.severity === "error"),
    findings: composeFindings(problems),
    path: (best?.path.entries ?? [entry]).map(({ certificate, from }) => new PathElement(certificate, from)),
    tried: tried.map(describeTried),
    skipped: skippedChecks(request),
  };
}

/** What is worth knowing of the certificates beside the path; a path that ends nowhere makes none of them superfluous. */
function besides(best: JudgedPath | undefined, given: Given, runner: RuleRunner): readonly PlacedProblem[] {
  if (best?.path.end !== "anchor") return [];
  return runner.given(best.path, given).map((one) => ({ raised: one, index: one.problem.index ?? 0 }));
}

function unreadableLeaf({ message }: PkiError): VerifyResult {
  const problem = placed(readable, message);
  return { valid: false, findings: composeFindings([problem]), path: [], tried: [], skipped: ["all other checks"] };
}

const readable: RuleFacts = {
  id: "malformed-der",
  severity: "error",
  citation: "RFC 5280 section 4.1; X.690 section 10",
  summary: "The leaf can be read.",
};

const affordable: RuleFacts = {
  id: "resource-limit",
  severity: "error",
  citation: "RFC 5280 section 8; RFC 4158 section 7",
  summary: "A path is found with no more work than an honest chain needs.",
};

function outOfBudget({ budget }: VerifyRequest): PlacedProblem {
  return placed(affordable, `no path was found within ${budget.exhausted}`);
}

function placed(rule: RuleFacts, message: string): PlacedProblem {
  return { raised: { code: rule.id, severity: rule.severity, rule, problem: { message } }, index: 0 };
}

function describeTried({ path, problems }: JudgedPath): TriedPath {
  const [headline] = composeFindings(problems);
  return {
    path: path.entries.map(({ certificate }) => certificateText(certificate)),
    rejected: headline ? `${headline.at}: ${headline.code}: ${headline.message}` : "another way was better",
  };
}

function skippedChecks({ revocation, crls, ocsp, fetched, names }: VerifyRequest): readonly string[] {
  const skipped: string[] = [];
  if (names.length === 0) skipped.push("name: none was asked for");
  if (revocation === "off") skipped.push("revocation: switched off");
  else if (revocation === "prefer" && crls.length + ocsp.length === 0 && fetched === undefined)
    skipped.push("revocation: no CRL or OCSP source given");
  return skipped;
}
