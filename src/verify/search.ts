import type { CertificatePool, PoolEntry } from "./path/certificate-pool.ts";
import { judgePath } from "./path/judged-path.ts";
import { PathSearch, type SearchOutcome } from "./path/path-search.ts";
import { RevocationJudge } from "./revocation-judge.ts";
import { RuleRunner } from "./rule-runner.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** Looks for a valid path from the leaf, revocation included, with all certificates of the pool at hand. */
export function searchPath(leaf: PoolEntry, pool: CertificatePool, request: VerifyRequest): SearchOutcome {
  const runner = new RuleRunner(request);
  const revocation = new RevocationJudge(request, pool, signerPaths(pool, request));
  return new PathSearch(pool, request, runner, (path) => judgePath(path, runner, revocation.problems(path))).run(leaf);
}

/** Who signs CRLs is asked for no name and no purpose; whether it is revoked is for the judge of revocation to say. */
function signerPaths(pool: CertificatePool, request: VerifyRequest) {
  const asked = { ...request, names: [], purpose: undefined, keyUsage: [], unsignedLeaf: false };
  return (signer: PoolEntry) => {
    const runner = new RuleRunner(asked);
    const { best } = new PathSearch(pool, asked, runner, (path) => judgePath(path, runner, [])).run(signer);
    return best?.cost === 0 ? best.path : undefined;
  };
}
