import { OID } from "../../asn1/oids.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { ipToText } from "../../x509/ip-address.ts";
import type { CertificateRule } from "../rule.ts";

export const cnNotInSan: CertificateRule = {
  id: "cn-not-in-san",
  severity: "error",
  citation: "CA/Browser Forum Baseline Requirements section 7.1.4.3",
  summary: "A server certificate's common name is one of its subjectAltNames, letter for letter.",
  roles: ["leaf"],
  field: "subject",
  applies: (_, { request }) => request.purpose?.oid === OID.serverAuth,
  check: (certificate) => {
    const names = subjectAltNames(certificate);
    const strangers = commonNames(certificate).filter((name) => !names.includes(name));
    return strangers.length > 0 ? `the common name "${strangers[0]}" is no subjectAltName` : undefined;
  },
};

function commonNames({ subject }: Certificate): readonly string[] {
  return subject.rdns.flat().flatMap(({ type, value }) => (type === OID.commonName ? [value] : []));
}

/** Addresses as RFC 5952 writes them. */
function subjectAltNames({ subjectAltName }: Certificate): readonly (string | undefined)[] {
  return (subjectAltName?.value ?? []).map((name) => {
    if (name.kind === "dns") return name.value;
    return name.kind === "ip" ? ipToText(name.bytes) : undefined;
  });
}
