import { withRoot } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { expired } from "../prints/verification.ts";

export const expiredRoot: Fault = {
  id: "expired-root",
  title: "The trusted root has expired",
  story: "The root that this client trusts has expired. A newer one exists, or the whole private CA ran out.",
  citation: "RFC 5280 section 4.1.2.5",
  severity: "most clients refuse",
  weight: 20,
  raises: ["expired-root"],
  ambiguity: "period",
  needs: "trust",
  prints: { ...expired, firefox: ["nss-issuer-expired"], ...accepts("java", "rustls") },
  build: (lab) => withRoot(lab, { notAfter: lab.days(-5) }),
};
