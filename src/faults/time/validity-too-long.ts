import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";

export const validityTooLong: Fault = {
  id: "validity-too-long",
  title: "Longer than public certificates may run",
  story: "The certificate runs longer than 398 days. Browsers hold only public CAs to that.",
  citation: "CA/Browser Forum Baseline Requirements section 6.3.2",
  severity: "accepted",
  weight: 5,
  raises: ["validity-too-long"],
  ambiguity: "period",
  prints: {
    ...accepts("openssl", "python-3.13", "node", "go", "java", "gnutls", "chromium", "firefox", "rustls"),
    chromium: ["chromium-validity-too-long"],
    firefox: ["nss-validity-too-long"],
  },
  build: (lab) => withLeaf(lab, { notAfter: lab.days(500) }),
};
