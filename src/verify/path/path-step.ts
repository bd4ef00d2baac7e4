import { equalBytes } from "../../asn1/bytes.ts";
import type { CandidatePath, LinkVerdict, PathEnd } from "./candidate-path.ts";
import type { PoolEntry } from "./certificate-pool.ts";

/** A partial path: one certificate on top of what leads down to the leaf. Steps share what they have in common. */
export class PathStep {
  readonly entry: PoolEntry;
  /** The certificate that this one is to have issued. */
  readonly below: PathStep | undefined;
  /** The signature of the one below by this one; undefined at the leaf, and until it is checked. */
  readonly link: LinkVerdict | undefined;
  /** How many certificates are below: 0 at the leaf. */
  readonly index: number;

  constructor(entry: PoolEntry, below?: PathStep, link?: LinkVerdict) {
    this.entry = entry;
    this.below = below;
    this.link = link;
    this.index = below === undefined ? 0 : below.index + 1;
  }

  /** The same step, its signature checked. */
  withLink(link: LinkVerdict): PathStep {
    return new PathStep(this.entry, this.below, link);
  }

  /** True when going on to `entry` would lead in a circle: its subject with its key is on the path already (RFC 4158 section 5.2). */
  holds({ certificate }: PoolEntry): boolean {
    for (let step: PathStep | undefined = this; step; step = step.below) {
      const other = step.entry.certificate;
      if (other === certificate) return true;
      if (other.subject.isSame(certificate.subject) && equalBytes(other.spkiDer, certificate.spkiDer)) return true;
    }
    return false;
  }

  /** How many intermediates there are with `entry` as one more. Self-issued ones do not count, as for pathLenConstraint (RFC 5280 section 4.2.1.9). */
  intermediatesWith(entry: PoolEntry): number {
    let count = entry.certificate.isSelfIssued ? 0 : 1;
    for (let step: PathStep | undefined = this; step?.below; step = step.below)
      if (!step.entry.certificate.isSelfIssued) count++;
    return count;
  }

  toPath(end: PathEnd): CandidatePath {
    const entries: PoolEntry[] = [];
    const links: LinkVerdict[] = [];
    for (let step: PathStep | undefined = this; step; step = step.below) {
      entries.push(step.entry);
      if (step.link !== undefined) links.push(step.link);
    }
    return { entries: entries.reverse(), links: links.reverse(), end };
  }
}
