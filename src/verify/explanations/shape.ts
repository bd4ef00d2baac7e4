import type { ExplanationRow } from "./explanation.ts";

const strict = "Python 3.13 and every client with X509_V_FLAG_X509_STRICT refuse it; nearly all others let it pass.";

/** Shapes that RFC 5280 asks of CAs and that few clients check. */
export const shapeExplanations = {
  "strict-int-bc-not-critical": [strict as string, { ca: "issue the CA again with basicConstraints critical" }, 89],
  "strict-root-bc-not-critical": [strict as string, { ca: "make the root again with basicConstraints critical" }, 89],
  "strict-int-no-key-usage": [strict as string, { ca: "issue the CA again with keyUsage keyCertSign, cRLSign" }, 92],
  "strict-root-no-key-usage": [strict as string, { ca: "make the root again with keyUsage keyCertSign, cRLSign" }, 92],
  "strict-leaf-no-aki": [strict as string, { ca: "issue it again with authorityKeyIdentifier" }, 85],
  "strict-int-no-aki": [strict as string, { ca: "issue the CA again with authorityKeyIdentifier" }, 85],
  "strict-int-no-ski": [strict as string, { ca: "issue the CA again with subjectKeyIdentifier" }, 86],
  "strict-root-no-ski": [strict as string, { ca: "make the root again with subjectKeyIdentifier" }, 86],
  "leaf-no-ski": [
    "RFC 5280 recommends a subjectKeyIdentifier in every certificate; nobody refuses for its lack.",
    {
      ca: "add subjectKeyIdentifier to the profile",
    },
  ],
  "pathlen-without-ca": [strict as string, { ca: "give pathLenConstraint only together with cA TRUE" }, 80],
  "pathlen-without-certsign": [strict as string, { ca: "give pathLenConstraint only together with keyCertSign" }, 81],
  "certsign-without-ca": [strict as string, { ca: "give keyCertSign only to CAs" }, 82],
  "ca-subject-empty": [strict as string, { ca: "give the CA a subject" }, 84],
  "aki-critical": [strict as string, { ca: "mark authorityKeyIdentifier not critical" }, 90],
  "ski-critical": [strict as string, { ca: "mark subjectKeyIdentifier not critical" }, 91],
} as const;
shapeExplanations satisfies Record<string, ExplanationRow>;
