import { asBuffer } from "../../asn1/bytes.ts";
import { OID } from "../../asn1/oids.ts";
import type { RevocationProblem, RevocationSubject } from "../revocation-verdict.ts";
import { accessAddresses } from "./addresses.ts";
import { fetchCrls } from "./fetch-crls.ts";
import { fetchOcsp } from "./fetch-ocsp.ts";
import { type FetchOptions, FetchSession } from "./fetch-session.ts";
import type { FetchedRevocation } from "./fetched-revocation.ts";

/**
 * Asks the OCSP responders that certificates name, and where those do not tell, fetches the CRLs that they name. Over plain HTTP alone,
 * within limits of size and time; what fails is told and never thrown.
 * @param subjects certificates that a path to an anchor was found for, so that no stranger says what is fetched
 */
export async function fetchRevocation(
  subjects: readonly RevocationSubject[],
  options: FetchOptions,
): Promise<FetchedRevocation> {
  const session = new FetchSession(options);
  const all = await Promise.all(subjects.map((subject) => fetchFor(subject, session)));
  return {
    crls: unique(all.flatMap(({ crls }) => crls)),
    ocsp: all.flatMap(({ ocsp }) => ocsp),
    failures: all.flatMap(({ failures }) => failures),
  };
}

async function fetchFor(subject: RevocationSubject, session: FetchSession): Promise<FetchedRevocation> {
  const { certificate } = subject;
  const problems: RevocationProblem[] = [];
  const told = (crls: readonly Uint8Array[], ocsp: readonly Uint8Array[]): FetchedRevocation => {
    const failures = problems.map((problem) => ({ ...problem, certificate: certificate.sha256 }));
    return { crls, ocsp, failures };
  };
  for (const url of accessAddresses(certificate, OID.ocsp).slice(0, session.limits.maxAddresses)) {
    const fetched = await fetchOcsp(url, subject, session);
    if (fetched.der !== undefined) return told([], [fetched.der]);
    problems.push(...fetched.problems);
  }
  const lists = await fetchCrls(subject, session);
  problems.push(...lists.problems);
  if (lists.crls.length === 0 && problems.length === 0)
    problems.push({ code: "crl-missing", detail: "the certificate names neither an OCSP responder nor a CRL" });
  return told(
    lists.crls.map(({ der }) => der),
    [],
  );
}

/** Several certificates may name one list. */
function unique(ders: readonly Uint8Array[]): readonly Uint8Array[] {
  return ders.filter((der, i) => ders.findIndex((other) => asBuffer(other).equals(der)) === i);
}
