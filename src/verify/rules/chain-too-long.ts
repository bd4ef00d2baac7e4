import type { PathRule } from "../rule.ts";

export const chainTooLong: PathRule = {
  id: "chain-too-long",
  severity: "error",
  citation: "RFC 5280 section 6.1",
  summary: "A path has no more intermediates than the caller allows.",
  applies: ({ end }) => end === "too-deep",
  check: ({ entries }, { maxDepth }) => ({
    index: entries.length - 1,
    message: `after ${maxDepth} intermediates, the limit, no trusted certificate is reached`,
  }),
};
