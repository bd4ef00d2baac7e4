import type { Certificate } from "../../x509/certificate.ts";
import type { Problem } from "../finding.ts";
import type { CandidatePath } from "../path/candidate-path.ts";
import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const pathlenExceeded: PathRule = {
  id: "pathlen-exceeded",
  severity: "error",
  citation: "RFC 5280 section 6.1.4 (l) and (m)",
  summary: "Below a CA there are no more CAs than its pathLenConstraint allows; self-issued ones do not count.",
  field: "extensions.basicConstraints",
  applies: ({ entries }) => entries.length > 2,
  check: (path, { rules }) => {
    const isBare = path.end === "anchor" && rules.settings.anchors === "name-and-key";
    const problems: Problem[] = [];
    for (let place = path.entries.length - (isBare ? 2 : 1); place > 1; place--) {
      const { certificate } = path.entries[place] as CandidatePath["entries"][number];
      const limit = certificate.basicConstraints?.value.pathLength;
      const index = limit === undefined || limit >= place - 1 ? undefined : firstBeyond(path, place, limit);
      if (index !== undefined && !problems.some((problem) => problem.index === index))
        problems.push({ index, message: describe(certificate, limit) });
    }
    return problems.length > 0 ? problems : undefined;
  },
};

/** The first CA below `place` that is one too many; undefined when enough of them are self-issued. */
function firstBeyond({ entries }: CandidatePath, place: number, limit: number): number | undefined {
  let left = limit;
  for (let index = place - 1; index > 0; index--)
    if (!entries[index]?.certificate.isSelfIssued && left-- === 0) return index;
  return undefined;
}

function describe(limiting: Certificate, limit: number | undefined): string {
  return `it is one CA more than ${certificateText(limiting)} allows below itself with pathLenConstraint ${limit}`;
}
