import type { GivenRule } from "../rule.ts";

export const duplicateCertificates: GivenRule = {
  id: "duplicate-certificates",
  severity: "notice",
  citation: "RFC 8446 section 4.4.2",
  summary: "Nothing is sent twice.",
  check: ({ given: { repeated } }) => {
    if (repeated.length === 0) return undefined;
    return repeated.map((place) => ({ message: "this certificate was sent before", at: `sent[${place}]` }));
  },
};
