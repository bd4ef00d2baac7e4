import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const strictLeafNoAki: Fault = {
  id: "strict-leaf-no-aki",
  title: "The leaf does not name its issuer's key",
  story: "The server's certificate has no authorityKeyIdentifier. Python 3.13 asks OpenSSL to be strict about it.",
  citation: "RFC 5280 section 4.2.1.1",
  severity: "some clients refuse",
  weight: 12,
  raises: ["strict-leaf-no-aki"],
  ambiguity: "strict",
  prints: { ...acceptedByAll, "python-3.13": ["openssl-85"] },
  build: (lab) => withLeaf(lab, { extensions: { authorityKeyIdentifier: undefined } }),
};
