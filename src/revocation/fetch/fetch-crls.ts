import { CertificateList } from "../../x509/certificate-list.ts";
import type { DistributionPoint } from "../../x509/distribution-point.ts";
import { crlDistributionPoints } from "../../x509/extensions/crl-distribution-points.ts";
import { freshestCrl } from "../../x509/extensions/freshest-crl.ts";
import { checkCrls } from "../crl/check-crls.ts";
import type { RevocationProblem, RevocationSubject } from "../revocation-verdict.ts";
import { pointAddresses, readable } from "./addresses.ts";
import type { FetchSession } from "./fetch-session.ts";
import { type Readable, readFetched } from "./read-fetched.ts";

/** The lists that were to be had, and why others were not. */
export interface FetchedCrls {
  readonly crls: readonly CertificateList[];
  readonly problems: readonly RevocationProblem[];
}

/**
 * Fetches the lists that a certificate names until they decide, and then a delta to them (RFC 5280 sections 4.2.1.13, 4.2.1.15, 5.2.6).
 * What they say is for the verifier, who also knows the signers of indirect lists.
 */
export async function fetchCrls(subject: RevocationSubject, session: FetchSession): Promise<FetchedCrls> {
  const { certificate } = subject;
  const decide = (crls: readonly CertificateList[]) =>
    readable(() => checkCrls(subject, { ...session.freshness, crls }))?.status !== "undetermined";
  const points = readable(() => certificate.extension(crlDistributionPoints)?.value) ?? [];
  const complete = await fetchUntil(decide, points, session);
  const deltaPoints = [certificate, ...complete.crls].flatMap(
    (holder) => readable(() => holder.extension(freshestCrl)?.value) ?? [],
  );
  const deltas = await fetchUntil(({ length }) => length > 0, deltaPoints, session);
  return { crls: [...complete.crls, ...deltas.crls], problems: [...complete.problems, ...deltas.problems] };
}

async function fetchUntil(
  isEnough: (crls: readonly CertificateList[]) => boolean,
  points: readonly DistributionPoint[],
  session: FetchSession,
): Promise<FetchedCrls> {
  const crls: CertificateList[] = [];
  const problems: RevocationProblem[] = [];
  const addresses = [...new Set(points.flatMap(pointAddresses))];
  for (const url of addresses.slice(0, session.limits.maxAddresses)) {
    if (isEnough(crls)) break;
    const { value, problem } = await fetchCrl(url, session);
    if (value === undefined) problems.push(problem);
    else crls.push(value);
  }
  return { crls, problems };
}

async function fetchCrl(url: string, session: FetchSession): Promise<Readable<CertificateList>> {
  const { body, problem } = await session.file(url, session.limits.maxCrlBytes);
  if (body === undefined) return { problem: { code: "crl-missing", detail: `${url} ${problem}` } };
  return readFetched(body, url, CertificateList.parse);
}
