import type { GivenRule } from "../rule.ts";

export const rootBeforeIntermediate: GivenRule = {
  id: "root-before-intermediate",
  severity: "notice",
  citation: "RFC 5246 section 7.4.2; RFC 8446 section 4.4.2",
  summary: "Certificates are sent in the order of the path: each after the one that it issued.",
  check: ({ places }) => {
    const onPath = places.filter((place) => place > 0);
    const isSorted = onPath.every((place, i) => i === 0 || place >= (onPath[i - 1] as number));
    return isSorted ? undefined : `of the path, what is sent has the certificates ${onPath.join(", ")} in this order`;
  },
};
