import type { PathEnd } from "./candidate-path.ts";
import type { CertificatePool, PoolEntry } from "./certificate-pool.ts";
import type { PathStep } from "./path-step.ts";
import type { SignatureChecker } from "./signature-checker.ts";

/**
 * Why there is no way on from the top of a path for which no issuer is there, or only such as are on the path already. When CAs off the
 * path hang from an anchor, what is missing belongs between the two.
 */
export function deadEnd(
  top: PathStep,
  hasLoop: boolean,
  hanging: readonly PoolEntry[],
  signatures: SignatureChecker,
): PathEnd {
  const { certificate } = top.entry;
  if (certificate.isSelfIssued && signatures.verdict(certificate, top.entry) === "good") return "self-signed";
  if (hasLoop) return "loop";
  return top.index === 0 || hanging.some((entry) => !top.holds(entry)) ? "gap" : "no-root";
}

/** The certificates that are not trusted and whose issuer, by name, is. */
export function hangingFromAnchors(pool: CertificatePool): readonly PoolEntry[] {
  const isTrusted = ({ from }: PoolEntry) => from === "trust";
  return pool.entries.filter(
    (entry) => !isTrusted(entry) && pool.withSubjectDer(entry.certificate.issuer).some(isTrusted),
  );
}
