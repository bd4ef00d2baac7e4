import type { Fault } from "../fault.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const untrustedRootNotSent: Fault = {
  id: "untrusted-root-not-sent",
  title: "The root is not trusted",
  story:
    "Every certificate that the server sends links up to the next. The root above the last one is not among those that this program trusts.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 95,
  raises: ["untrusted-root-not-sent"],
  ambiguity: "issuer-not-found",
  needs: "trust",
  prints: {
    ...issuerNotFound,
    others: [
      ...["openssl-27", "openssl-28", "postgres-no-root-file", "curl-ca-file", "python-ca-file"],
      "java-empty-trust-store",
    ],
  },
  build: (lab) => ({ trust: [lab.newRoot()] }),
};
