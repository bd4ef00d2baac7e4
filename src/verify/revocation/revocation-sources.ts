import { isPkiError } from "../../errors/pki-error.ts";
import { type OcspResponse, parseOcspResponse } from "../../revocation/ocsp/ocsp-response.ts";
import type { RevocationProblem } from "../../revocation/revocation-verdict.ts";
import { CertificateList } from "../../x509/certificate-list.ts";

/** The CRLs and OCSP responses that a verification may use, parsed once. */
export interface RevocationSources {
  readonly crls: readonly CertificateList[];
  readonly responses: readonly OcspResponse[];
  /** What could not be read; whom it would have spoken of, nobody knows. */
  readonly unreadable: readonly RevocationProblem[];
}

/** Reads CRLs and OCSP responses in DER. */
export function readRevocationSources(
  crlDers: readonly Uint8Array[],
  responseDers: readonly Uint8Array[],
): RevocationSources {
  const crls = readEach(crlDers, "CRL", CertificateList.parse);
  const responses = readEach(responseDers, "OCSP response", parseOcspResponse);
  return { crls: crls.read, responses: responses.read, unreadable: [...crls.problems, ...responses.problems] };
}

function readEach<T>(ders: readonly Uint8Array[], what: string, parse: (der: Uint8Array) => T) {
  const read: T[] = [];
  const problems: RevocationProblem[] = [];
  for (const [i, der] of ders.entries()) {
    try {
      read.push(parse(der));
    } catch (error) {
      if (!isPkiError(error)) throw error;
      problems.push({ code: "malformed-der", detail: `${what} ${i + 1} of ${ders.length}: ${error.message}` });
    }
  }
  return { read, problems };
}
