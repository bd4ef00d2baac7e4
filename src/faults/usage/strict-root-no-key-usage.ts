import { withRoot } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictRootNoKeyUsage: Fault = {
  id: "strict-root-no-key-usage",
  title: "The root has no key usage",
  story:
    "The root has no keyUsage. Python 3.13 asks OpenSSL to be strict about it; roots made by old recipes are like that.",
  citation: "RFC 5280 section 4.2.1.3",
  severity: "some clients refuse",
  weight: 12,
  raises: ["strict-root-no-key-usage"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-92"] },
  build: (lab) => withRoot(lab, { extensions: { keyUsage: undefined } }),
};
