import { isPkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Problem } from "../finding.ts";
import type { CertificateRule, RuleContext } from "../rule.ts";

export const malformedDer: CertificateRule = {
  id: "malformed-der",
  severity: "error",
  citation: "RFC 5280 section 4.1; X.690 section 10",
  summary: "Every field of a certificate is the DER that its type demands.",
  roles: ["leaf", "intermediate", "anchor"],
  check: (certificate, context) => {
    const problems: Problem[] = [];
    for (const { field, read } of fields) {
      try {
        read(certificate, context);
      } catch (error) {
        if (!isPkiError(error)) throw error;
        problems.push({ message: error.message, field });
      }
    }
    return problems.length > 0 ? problems : undefined;
  },
};

/** Names and the list of extensions are read before, because no path can be built without them; the signature is read when it is checked. */
const fields: readonly Field[] = [
  { field: "version", read: ({ version }) => version },
  { field: "serialNumber", read: ({ serialNumber }) => serialNumber },
  { field: "signatureAlgorithm", read: ({ signatureAlgorithm }) => signatureAlgorithm },
  { field: "signature", read: ({ tbsSignatureAlgorithm }) => tbsSignatureAlgorithm },
  { field: "subjectPublicKeyInfo", read: (_, { entry }) => entry.publicKey },
];

interface Field {
  readonly field: string;
  readonly read: (certificate: Certificate, context: RuleContext) => unknown;
}
