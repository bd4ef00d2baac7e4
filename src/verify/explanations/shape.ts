import { type Explanation, explanation } from "./explanation.ts";

const strict = "Python 3.13 and every client with X509_V_FLAG_X509_STRICT refuse it; nearly all others let it pass.";

/** Shapes that RFC 5280 asks of CAs and that few clients check. */
export const shapeExplanations = {
  "strict-int-bc-not-critical": explanation(strict, { ca: "issue the CA again with basicConstraints critical" }, 89),
  "strict-root-bc-not-critical": explanation(strict, { ca: "make the root again with basicConstraints critical" }, 89),
  "strict-int-no-key-usage": explanation(strict, { ca: "issue the CA again with keyUsage keyCertSign, cRLSign" }, 92),
  "strict-root-no-key-usage": explanation(strict, { ca: "make the root again with keyUsage keyCertSign, cRLSign" }, 92),
  "strict-leaf-no-aki": explanation(strict, { ca: "issue it again with authorityKeyIdentifier" }, 85),
  "strict-int-no-aki": explanation(strict, { ca: "issue the CA again with authorityKeyIdentifier" }, 85),
  "strict-int-no-ski": explanation(strict, { ca: "issue the CA again with subjectKeyIdentifier" }, 86),
  "strict-root-no-ski": explanation(strict, { ca: "make the root again with subjectKeyIdentifier" }, 86),
  "leaf-no-ski": explanation(
    "RFC 5280 recommends a subjectKeyIdentifier in every certificate; nobody refuses for its lack.",
    {
      ca: "add subjectKeyIdentifier to the profile",
    },
  ),
  "pathlen-without-ca": explanation(strict, { ca: "give pathLenConstraint only together with cA TRUE" }, 80),
  "pathlen-without-certsign": explanation(strict, { ca: "give pathLenConstraint only together with keyCertSign" }, 81),
  "certsign-without-ca": explanation(strict, { ca: "give keyCertSign only to CAs" }, 82),
  "ca-subject-empty": explanation(strict, { ca: "give the CA a subject" }, 84),
  "aki-critical": explanation(strict, { ca: "mark authorityKeyIdentifier not critical" }, 90),
  "ski-critical": explanation(strict, { ca: "mark subjectKeyIdentifier not critical" }, 91),
} as const;
shapeExplanations satisfies Record<string, Explanation>;
