import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictIntNoSki: Fault = {
  id: "strict-int-no-ski",
  title: "An intermediate without key identifier",
  story: "An intermediate has no subjectKeyIdentifier. Python 3.13 asks OpenSSL to be strict about it.",
  citation: "RFC 5280 section 4.2.1.2",
  severity: "some clients refuse",
  weight: 8,
  raises: ["strict-int-no-ski"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-86"] },
  build: (lab) => withIssuing(lab, { extensions: { subjectKeyIdentifier: undefined } }),
};
