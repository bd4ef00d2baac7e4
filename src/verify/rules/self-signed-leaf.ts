import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const selfSignedLeaf: PathRule = {
  id: "self-signed-leaf",
  raises: ["self-signed-ca-leaf"],
  severity: "error",
  citation: "RFC 5280 section 6.1.1 (d)",
  summary: "A leaf that signed itself is in the trust list.",
  field: "issuer",
  applies: ({ end, entries }) => end === "self-signed" && entries.length === 1,
  check: ({ entries }) => {
    const leaf = entries[0]?.certificate;
    if (leaf === undefined) return undefined;
    const isCa = leaf.basicConstraints?.value.ca === true;
    return {
      code: isCa ? "self-signed-ca-leaf" : "self-signed-leaf",
      message: `${certificateText(leaf)} signed itself and is not in the trust list`,
    };
  },
};
