import { OID } from "../../asn1/oids.ts";
import type { CertificateRule } from "../rule.ts";

export const kuNoDigitalSignature: CertificateRule = {
  id: "ku-no-digital-signature",
  severity: "error",
  citation: "RFC 8446 section 4.4.2.2",
  summary: "A leaf for TLS with keyUsage may sign. A CA in its place is another fault: leaf-is-ca.",
  roles: ["leaf"],
  extension: OID.keyUsage,
  field: "extensions.keyUsage",
  applies: (certificate, { request }) =>
    (request.purpose?.oid === OID.serverAuth || request.purpose?.oid === OID.clientAuth) &&
    !certificate.basicConstraints?.value.ca,
  check: (certificate) => {
    const bits = certificate.keyUsage?.value;
    if (bits === undefined || bits.includes("digitalSignature")) return undefined;
    return `the key usage is ${bits.join(", ") || "empty"}, without digitalSignature`;
  },
};
