import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const selfSignedLeafTrusted: PathRule = {
  id: "self-signed-leaf-trusted",
  raises: ["self-signed-ca-leaf-trusted"],
  severity: "warning",
  citation: "RFC 5280 section 6.1",
  summary: "A leaf is issued by a CA, and is not itself what is trusted.",
  applies: ({ end, entries }) =>
    end === "anchor" && entries.length === 1 && entries[0]?.certificate.isSelfIssued === true,
  check: ({ entries }) => {
    const leaf = entries[0]?.certificate;
    if (leaf === undefined) return undefined;
    const isCa = leaf.basicConstraints?.value.ca === true;
    return {
      code: isCa ? "self-signed-ca-leaf-trusted" : "self-signed-leaf-trusted",
      message: `${certificateText(leaf)} is trusted directly`,
    };
  },
};
