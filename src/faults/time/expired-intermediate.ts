import type { Fault } from "../fault.ts";
import { expired } from "../prints/verification.ts";

export const expiredIntermediate: Fault = {
  id: "expired-intermediate",
  title: "An intermediate has expired",
  story:
    "A CA between the server and the root has expired, and all that it signed with it. Renewing the server's certificate does not help; the file of intermediates is old.",
  citation: "RFC 5280 section 4.1.2.5",
  severity: "every client refuses",
  weight: 35,
  raises: ["expired-intermediate"],
  ambiguity: "period",
  prints: { ...expired, firefox: ["nss-issuer-expired"] },
  build: (lab) => ({ sent: [lab.leaf, lab.newCa(lab.root, { notAfter: lab.days(-1) })] }),
};
