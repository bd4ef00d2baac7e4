import { withRoot } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictRootNoSki: Fault = {
  id: "strict-root-no-ski",
  title: "The root has no key identifier",
  story: "The root has no subjectKeyIdentifier. Python 3.13 asks OpenSSL to be strict about it.",
  citation: "RFC 5280 section 4.2.1.2",
  severity: "some clients refuse",
  weight: 10,
  raises: ["strict-root-no-ski"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-86"] },
  build: (lab) => withRoot(lab, { extensions: { subjectKeyIdentifier: undefined } }),
};
