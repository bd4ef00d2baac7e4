import type { CertificatePool, PoolEntry } from "./path/certificate-pool.ts";
import { judgePath } from "./path/judged-path.ts";
import { PathSearch, type SearchOutcome } from "./path/path-search.ts";
import { RevocationJudge } from "./revocation-judge.ts";
import { RuleRunner } from "./rule-runner.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** Looks for a valid path from the leaf, revocation included, with all certificates of the pool at hand. */
export function searchPath(leaf: PoolEntry, pool: CertificatePool, runner: RuleRunner): SearchOutcome {
  const { request } = runner;
  const revocation = new RevocationJudge(request, pool, (signer) => {
    const { best } = search(signer, new RuleRunner(signerRequest(request)));
    return best?.cost === 0 ? best.path.entries.at(-1) : undefined;
  });
  const search = (from: PoolEntry, rules: RuleRunner): SearchOutcome =>
    new PathSearch(pool, rules, (path) => judgePath(path, rules, revocation.problems(path))).run(from);
  return search(leaf, runner);
}

/** Who signs CRLs is asked for no name and no purpose. */
function signerRequest(request: VerifyRequest): VerifyRequest {
  return { ...request, names: [], purpose: undefined, keyUsage: [], unsignedLeaf: false };
}
