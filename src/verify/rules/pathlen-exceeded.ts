import type { Certificate } from "../../x509/certificate.ts";
import type { Problem } from "../finding.ts";
import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const pathlenExceeded: PathRule = {
  id: "pathlen-exceeded",
  severity: "error",
  citation: "RFC 5280 section 6.1.4 (l) and (m)",
  summary: "Below a CA there are no more CAs than its pathLenConstraint allows; self-issued ones do not count.",
  field: "extensions.basicConstraints",
  applies: ({ entries }) => entries.length > 2,
  check: ({ entries, end }, { rules }) => {
    let left = Number.POSITIVE_INFINITY;
    let limiting: Certificate | undefined;
    const problems: Problem[] = [];
    for (let index = entries.length - 1; index > 0; index--) {
      const certificate = entries[index]?.certificate as Certificate;
      const isAnchor = end === "anchor" && index === entries.length - 1;
      if (isAnchor && rules.settings.anchors === "name-and-key") continue;
      if (limiting && !certificate.isSelfIssued && left-- <= 0) problems.push({ index, message: describe(limiting) });
      const pathLength = certificate.basicConstraints?.value.pathLength;
      if (pathLength === undefined || pathLength >= left) continue;
      left = pathLength;
      limiting = certificate;
    }
    return problems.length > 0 ? problems : undefined;
  },
};

function describe(limiting: Certificate): string {
  const limit = limiting.basicConstraints?.value.pathLength;
  return `it is one CA more than ${certificateText(limiting)} allows below itself with pathLenConstraint ${limit}`;
}
