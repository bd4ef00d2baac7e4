import type { PathEnd } from "./candidate-path.ts";
import type { CertificatePool, PoolEntry } from "./certificate-pool.ts";
import type { PathStep } from "./path-step.ts";
import type { SignatureChecker } from "./signature-checker.ts";

/** Why there is no way on from the top of a path for which no issuer is there, or only such as are on the path already. */
export function deadEnd(top: PathStep, hasLoop: boolean, pool: CertificatePool, signatures: SignatureChecker): PathEnd {
  const { certificate } = top.entry;
  if (certificate.isSelfIssued && signatures.verdict(certificate, top.entry) === "good") return "self-signed";
  if (hasLoop) return "loop";
  return top.index === 0 || hangsFromAnchor(top, pool) ? "gap" : "no-root";
}

/** True when a CA off the path was issued by a trusted one: then what is missing belongs between the two. */
function hangsFromAnchor(top: PathStep, pool: CertificatePool): boolean {
  const anchors = pool.entries.filter(({ from }) => from === "trust");
  const hangs = ({ certificate, from }: PoolEntry) =>
    from !== "trust" && anchors.some((anchor) => anchor.certificate.subject.equals(certificate.issuer));
  return pool.entries.some((entry) => !top.holds(entry) && hangs(entry));
}
