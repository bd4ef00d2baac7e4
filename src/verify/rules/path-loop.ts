import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const pathLoop: PathRule = {
  id: "path-loop",
  severity: "error",
  citation: "RFC 4158 section 5.2",
  summary: "The issuers of a certificate do not lead back to itself alone.",
  field: "issuer",
  applies: ({ end }) => end === "loop",
  check: ({ entries }) => {
    const names = entries.map(({ certificate }) => certificateText(certificate));
    return { index: entries.length - 1, message: `${names.join(" is issued by ")}, which one of these issued` };
  },
};
