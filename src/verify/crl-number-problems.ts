import { OID } from "../asn1/oids.ts";
import { isPkiError } from "../errors/pki-error.ts";
import type { CertificateList } from "../x509/certificate-list.ts";
import type { PlacedProblem } from "./path/judged-path.ts";
import { numberedCrls } from "./rules/numbered-crls.ts";

/** What is worth knowing of the CRLs themselves, whatever they say. */
export function crlNumberProblems(crls: readonly CertificateList[]): readonly PlacedProblem[] {
  return crls.flatMap((crl, place) => {
    const code = codeOf(crl);
    if (code === undefined) return [];
    const message = `the CRL of ${crl.issuer} has ${code === "crl-no-number" ? "no" : "a critical"} cRLNumber`;
    const { severity } = numberedCrls;
    return [{ raised: { code, severity, rule: numberedCrls, problem: { message, at: `crls[${place}]` } }, index: 0 }];
  });
}

/** A list whose extensions cannot be read is reported where it would have counted. */
function codeOf(crl: CertificateList): "crl-no-number" | "crl-number-critical" | undefined {
  try {
    const found = crl.extensions.find(({ oid }) => oid === OID.crlNumber);
    if (found === undefined) return "crl-no-number";
    return found.critical ? "crl-number-critical" : undefined;
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
