import { OID } from "../../asn1/oids.ts";
import { Certificate } from "../../x509/certificate.ts";
import { accessAddresses } from "./addresses.ts";
import { type FetchOptions, FetchSession } from "./fetch-session.ts";
import { readFetched } from "./read-fetched.ts";

/** The certificates of an issuer that were to be had, and why others were not. */
export interface FetchedIssuers {
  readonly certificates: readonly Certificate[];
  /** In words that begin with the address. */
  readonly problems: readonly string[];
}

/**
 * Fetches what a certificate names as the certificates of its issuer: caIssuers (RFC 5280 section 4.2.2.1), in DER. What is fetched is not
 * trusted: the verifier judges it like what a peer sends.
 */
export async function fetchIssuers(certificate: Certificate, options: FetchOptions): Promise<FetchedIssuers> {
  const session = new FetchSession(options);
  const certificates: Certificate[] = [];
  const problems: string[] = [];
  for (const url of accessAddresses(certificate, OID.caIssuers).slice(0, session.limits.maxAddresses)) {
    const { body, problem } = await session.file(url, session.limits.maxCertificateBytes);
    if (body === undefined) {
      problems.push(`${url} ${problem}`);
      continue;
    }
    const { value, problem: unreadable } = readFetched(body, url, Certificate.parse);
    if (value === undefined) problems.push(unreadable.detail);
    else certificates.push(value);
  }
  return { certificates, problems };
}
