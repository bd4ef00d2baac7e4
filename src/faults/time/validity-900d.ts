import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const validity900d: Fault = {
  id: "validity-900d",
  title: "Longer than Apple allows",
  story: "The certificate runs longer than 825 days. Apple's systems refuse that from private CAs too.",
  citation: "Apple support article 103769",
  severity: "some clients refuse",
  weight: 10,
  raises: ["validity-900d"],
  ambiguity: "period",
  prints: { ...acceptedByAll, apple: ["apple-not-trusted"], others: ["go-not-compliant"] },
  build: (lab) => withLeaf(lab, { notAfter: lab.days(870) }),
};
