import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictIntNoAki: Fault = {
  id: "strict-int-no-aki",
  title: "An intermediate does not name its issuer's key",
  story: "An intermediate has no authorityKeyIdentifier. Python 3.13 asks OpenSSL to be strict about it.",
  citation: "RFC 5280 section 4.2.1.1",
  severity: "some clients refuse",
  weight: 8,
  raises: ["strict-int-no-aki"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-85"] },
  build: (lab) => withIssuing(lab, { extensions: { authorityKeyIdentifier: undefined } }),
};
