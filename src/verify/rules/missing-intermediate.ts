import type { PathRule } from "../rule.ts";

export const missingIntermediate: PathRule = {
  id: "missing-intermediate",
  raises: ["untrusted-root-not-sent"],
  severity: "error",
  citation: "RFC 5280 section 6.1; RFC 8446 section 4.4.2",
  summary: "The issuer of every certificate is among those given.",
  field: "issuer",
  applies: ({ end }) => end === "gap" || end === "no-root",
  check: ({ end, entries }) => {
    const index = entries.length - 1;
    const top = entries[index]?.certificate;
    return (
      top && {
        code: end === "gap" ? "missing-intermediate" : "untrusted-root-not-sent",
        message: `the issuer "${top.issuer}" is neither among the certificates sent nor trusted`,
        index,
      }
    );
  },
};
