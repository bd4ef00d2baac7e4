import { LIVE_SKEW_MS } from "../../revocation/fetch/fetch-limits.ts";
import { fetchRevocation } from "../../revocation/fetch/fetch-revocation.ts";
import type { FetchedRevocation } from "../../revocation/fetch/fetched-revocation.ts";
import type { RevocationSubject } from "../../revocation/revocation-verdict.ts";
import type { PathElement, VerifyResult } from "../result.ts";
import { checkPathRevocation } from "../revocation/check-path-revocation.ts";
import { readRevocationSources } from "../revocation/revocation-sources.ts";
import { isAnchored, type Judge, type OnlineOptions } from "./judge.ts";

/** Paths that are asked about: where a CA turns out to be revoked, there may be a way around it. */
const MAX_PATHS = 3;

const NOBODY_ASKED = "revocation: nobody is asked without a path to a trusted certificate";

const nothing: FetchedRevocation = { crls: [], ocsp: [], failures: [] };

/** Verifies with what the certificates of the path name as sources of their revocation. */
export async function learnRevocation(judge: Judge, options: OnlineOptions): Promise<VerifyResult> {
  if (options.revocation === "off") return judge(options);
  let fetched = nothing;
  const asked = new Set<string>();
  for (let paths = 0; paths < MAX_PATHS; paths++) {
    // Silence must not count yet: all ways that nobody was asked about would be as bad as one that is revoked.
    const result = judge({ ...options, revocation: "prefer", fetched, skewMs: LIVE_SKEW_MS });
    if (!isAnchored(result)) return { ...result, skipped: [...result.skipped, NOBODY_ASKED] };
    const open = unknownTo(result.path, options).filter(({ certificate }) => !asked.has(certificate.sha256));
    if (open.length === 0) break;
    for (const { certificate } of open) asked.add(certificate.sha256);
    fetched = joined(fetched, await fetchRevocation(open, options));
  }
  return judge({ ...options, fetched, skewMs: LIVE_SKEW_MS });
}

/** The certificates of a path of which the material given tells nothing. */
function unknownTo(
  path: readonly PathElement[],
  { at, crls = [], ocsp = [] }: OnlineOptions,
): readonly RevocationSubject[] {
  const certificates = path.map(({ certificate }) => certificate);
  const freshness = { at, skewMs: LIVE_SKEW_MS };
  const verdicts = checkPathRevocation(certificates, readRevocationSources(crls, ocsp), freshness);
  return verdicts.flatMap(({ status }, i) => {
    const [certificate, issuer] = certificates.slice(i, i + 2);
    return status === "undetermined" && certificate && issuer ? [{ certificate, issuer }] : [];
  });
}

function joined(some: FetchedRevocation, more: FetchedRevocation): FetchedRevocation {
  return {
    crls: [...some.crls, ...more.crls],
    ocsp: [...some.ocsp, ...more.ocsp],
    failures: [...some.failures, ...more.failures],
  };
}
