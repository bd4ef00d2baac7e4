import { randomBytes } from "node:crypto";
import { asBuffer } from "../../asn1/bytes.ts";
import { encodeCertId } from "../ocsp/cert-id.ts";
import { checkOcsp } from "../ocsp/check-ocsp.ts";
import { encodeOcspRequest } from "../ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../ocsp/ocsp-response.ts";
import type { RevocationProblem, RevocationSubject } from "../revocation-verdict.ts";
import type { FetchSession } from "./fetch-session.ts";
import { type HttpFetched, httpFetch } from "./http-fetch.ts";
import { readFetched } from "./read-fetched.ts";

/** What clients should send (RFC 9654 section 2.1). Octets. */
const NONCE_BYTES = 32;
/** Up to here the whole URL of a request goes by GET (RFC 5019 section 5). Characters. */
const MAX_GET_URL = 255;

/** A response that says good or revoked, or why there is none. */
export type FetchedOcsp =
  | { readonly der: Uint8Array; readonly problems?: never }
  | { readonly der?: never; readonly problems: readonly RevocationProblem[]; readonly mayRetry: boolean };

/**
 * Asks a responder about a certificate: with a nonce, and if it does not take that, without, so that folders and caches of responses that
 * were signed before can answer too (RFC 5019 section 2.1.1). The CertID is by SHA-1, which every responder knows.
 */
export async function fetchOcsp(url: string, subject: RevocationSubject, session: FetchSession): Promise<FetchedOcsp> {
  const fetched = await ask(url, subject, session, randomBytes(NONCE_BYTES));
  return fetched.der === undefined && fetched.mayRetry ? ask(url, subject, session) : fetched;
}

async function ask(
  url: string,
  subject: RevocationSubject,
  session: FetchSession,
  nonce?: Uint8Array,
): Promise<FetchedOcsp> {
  const { issuer, certificate } = subject;
  const certId = encodeCertId("sha1", issuer, certificate.serialNumber);
  const answer = await send(url, encodeOcspRequest([certId], nonce), session);
  if (answer.body === undefined) {
    const problem = { code: "ocsp-try-later", detail: `${url} ${answer.problem}` } as const;
    return { problems: [problem], mayRetry: answer.isAnswer };
  }
  const { value: response, problem } = readFetched(answer.body, url, parseOcspResponse);
  if (response === undefined) return { problems: [problem], mayRetry: false };
  const verdict = checkOcsp(response, subject, { ...session.freshness, ...(nonce && { nonce }) });
  if (verdict.status !== "undetermined") return { der: answer.body };
  const problems = verdict.problems.map(({ code, detail }) => ({ code, detail: `${url}: ${detail}` }));
  return { problems, mayRetry: response.status !== "successful" && response.status !== "tryLater" };
}

/** By GET where the URL stays short, so that caches can answer (RFC 5019 section 5, RFC 6960 appendix A.1). */
function send(url: string, requestDer: Uint8Array, { limits, signal }: FetchSession): Promise<HttpFetched> {
  const bounds = { maxBytes: limits.maxOcspBytes, timeoutMs: limits.ocspTimeoutMs, signal };
  const base64 = asBuffer(requestDer).toString("base64");
  const getUrl = `${url.replace(/\/$/, "")}/${encodeURIComponent(base64)}`;
  if (getUrl.length <= MAX_GET_URL) return httpFetch(getUrl, bounds);
  return httpFetch(url, { ...bounds, post: { contentType: "application/ocsp-request", body: requestDer } });
}
