import { OID } from "../asn1/oids.ts";
import { isPkiError } from "../errors/pki-error.ts";
import type { CertificateList } from "../x509/certificate-list.ts";
import type { PlacedProblem } from "./path/judged-path.ts";
import { numberedCrls } from "./rules/numbered-crls.ts";

/** What is worth knowing of the CRLs themselves, whatever they say. One that cannot be read is reported where it would have counted. */
export function crlNumberProblems(crls: readonly CertificateList[]): readonly PlacedProblem[] {
  return crls.flatMap((crl, place) => {
    try {
      return problemsOf(crl, `crls[${place}]`);
    } catch (error) {
      if (isPkiError(error)) return [];
      throw error;
    }
  });
}

function problemsOf({ extensions, issuer }: CertificateList, at: string): readonly PlacedProblem[] {
  const found = extensions.find(({ oid }) => oid === OID.crlNumber);
  if (found !== undefined && !found.critical) return [];
  const code = found ? "crl-number-critical" : "crl-no-number";
  const problem = { message: `the CRL of ${issuer} has ${found ? "a critical" : "no"} cRLNumber`, at };
  return [{ raised: { code, severity: numberedCrls.severity, rule: numberedCrls, problem }, index: 0 }];
}
