import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const validityTooLong: Fault = {
  id: "validity-too-long",
  title: "Longer than public certificates may run",
  story: "The certificate runs longer than 398 days. Browsers hold only public CAs to that.",
  citation: "CA/Browser Forum Baseline Requirements section 6.3.2",
  severity: "accepted",
  weight: 5,
  raises: ["validity-too-long"],
  ambiguity: "period",
  prints: { ...acceptedByAll, others: ["chromium-validity-too-long", "nss-validity-too-long"] },
  build: (lab) => withLeaf(lab, { notAfter: lab.days(500) }),
};
