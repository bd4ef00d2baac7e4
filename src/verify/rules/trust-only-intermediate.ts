import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const trustOnlyIntermediate: PathRule = {
  id: "trust-only-intermediate",
  raises: ["trust-only-leaf"],
  severity: "notice",
  citation: "X509_V_FLAG_PARTIAL_CHAIN; RFC 5280 section 6.1.1 (d) allows any anchor",
  summary: "The trusted certificate at the end of a path is self-signed.",
  applies: ({ end, entries }) =>
    end === "not-a-root" || (end === "anchor" && entries.at(-1)?.certificate.isSelfIssued === false),
  check: ({ entries }) => {
    const index = entries.length - 1;
    const top = entries[index]?.certificate;
    return (
      top && {
        code: index === 0 ? "trust-only-leaf" : "trust-only-intermediate",
        message: `${certificateText(top)} is trusted, its issuer "${top.issuer}" is not`,
        index,
      }
    );
  },
};
