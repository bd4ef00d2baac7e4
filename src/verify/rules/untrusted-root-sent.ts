import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const untrustedRootSent: PathRule = {
  id: "untrusted-root-sent",
  severity: "error",
  citation: "RFC 5280 section 6.1.1 (d)",
  summary: "The root at the end of the chain is in the trust list.",
  applies: ({ end, entries }) => end === "self-signed" && entries.length > 1,
  check: ({ entries }) => {
    const index = entries.length - 1;
    const root = entries[index]?.certificate;
    return (
      root && {
        index,
        message: `the chain ends in ${certificateText(root)}, SHA-256 ${root.sha256}, which is not trusted`,
      }
    );
  },
};
