import type { GivenRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const rootSent: GivenRule = {
  id: "root-sent",
  severity: "notice",
  citation: "RFC 8446 section 4.4.2",
  summary: "The trusted root is left out of what is sent.",
  check: ({ path: { entries }, places }) => {
    const index = entries.length - 1;
    const root = entries[index]?.certificate;
    if (root === undefined || index === 0 || !places.includes(index)) return undefined;
    return { message: `${certificateText(root)} is trusted already, and was sent`, index };
  },
};
