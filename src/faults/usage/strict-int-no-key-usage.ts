import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictIntNoKeyUsage: Fault = {
  id: "strict-int-no-key-usage",
  title: "A CA without key usage",
  story: "An intermediate has no keyUsage. Python 3.13 asks OpenSSL to be strict about it.",
  citation: "RFC 5280 section 4.2.1.3",
  severity: "some clients refuse",
  weight: 8,
  raises: ["strict-int-no-key-usage"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-92"] },
  build: (lab) => withIssuing(lab, { extensions: { keyUsage: undefined } }),
};
