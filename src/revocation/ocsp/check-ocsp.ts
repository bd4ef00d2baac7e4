import { equalBytes } from "../../asn1/bytes.ts";
import type { Extension } from "../../x509/extension.ts";
import { ExtensionSet } from "../../x509/extension-set.ts";
import { type FreshnessOptions, isAhead, staleness } from "../freshness.ts";
import {
  type RevocationProblem,
  type RevocationSubject,
  type RevocationVerdict,
  undetermined,
} from "../revocation-verdict.ts";
import type { BasicResponse } from "./basic-response.ts";
import { identifies } from "./cert-id.ts";
import { ocspNonce } from "./ocsp-nonce.ts";
import type { OcspResponse } from "./ocsp-response.ts";
import { responderProblem } from "./responder.ts";
import type { SingleResponse } from "./single-response.ts";

/** What a response is held against. */
export interface OcspCheckOptions extends FreshnessOptions {
  /** The nonce of the request. A response without one is accepted: most are signed before anybody asks (RFC 9654 section 2.1). */
  readonly nonce?: Uint8Array;
}

/**
 * What an OCSP response says of a certificate (RFC 6960 sections 3.2 and 4.2.2).
 * @throws PkiError when an extension that counts does not decode
 */
export function checkOcsp(
  response: OcspResponse,
  subject: RevocationSubject,
  options: OcspCheckOptions,
): RevocationVerdict {
  if (response.status !== "successful")
    return undetermined({ code: "ocsp-try-later", detail: `the responder answers ${response.status}` });
  const { basic } = response;
  const matching = responsesFor(basic, subject);
  const problems = [
    responderProblem(basic, subject.issuer, options.at),
    nonceProblem(basic, options.nonce),
    criticalProblem([basic, ...matching].flatMap(({ extensions }) => extensions)),
    matching.length === 0 ? unknown("the response does not speak of this certificate") : undefined,
    producedProblem(basic, options),
    ...matching.map((single) => freshnessProblem(single, options)),
  ].filter((problem) => problem !== undefined);
  return problems.length > 0 ? undetermined(...problems) : worst(matching);
}

/** True unless the response is about other certificates. */
export function speaksOf(response: OcspResponse, subject: RevocationSubject): boolean {
  return response.status !== "successful" || responsesFor(response.basic, subject).length > 0;
}

function responsesFor(
  { responses }: BasicResponse,
  { certificate, issuer }: RevocationSubject,
): readonly SingleResponse[] {
  return responses.filter(({ certId }) => identifies(certId, issuer, certificate.serialNumber));
}

/** A response may speak of the certificate more than once. */
function worst(responses: readonly SingleResponse[]): RevocationVerdict {
  for (const { status } of responses)
    if (status.kind === "revoked") return { status: "revoked", source: "ocsp", at: status.at, reason: status.reason };
  const isUnknown = responses.some(({ status }) => status.kind === "unknown");
  return isUnknown ? undetermined(unknown("the responder does not know this certificate")) : { status: "good" };
}

function nonceProblem({ extensions }: BasicResponse, asked: Uint8Array | undefined): RevocationProblem | undefined {
  const nonce = asked && new ExtensionSet(extensions).get(ocspNonce)?.value;
  if (nonce === undefined || asked === undefined || equalBytes(nonce, asked)) return undefined;
  return { code: "ocsp-nonce-mismatch", detail: "the nonce in the response is not the one in the request" };
}

/** RFC 6960 section 4.4: the nonce is the one extension that can be critical and that is acted upon here. */
function criticalProblem(extensions: readonly Extension[]): RevocationProblem | undefined {
  const found = extensions.find(({ critical, oid }) => critical && oid !== ocspNonce.oid);
  return found && unknown(`the response has a critical extension that nobody knows, ${found.oid}`);
}

function producedProblem({ producedAt }: BasicResponse, options: FreshnessOptions): RevocationProblem | undefined {
  return isAhead(producedAt, options) ? expired(`its producedAt, ${producedAt.toISOString()}, lies ahead`) : undefined;
}

function freshnessProblem(single: SingleResponse, options: OcspCheckOptions): RevocationProblem | undefined {
  const stale = staleness(single, options);
  return stale && expired(stale.detail);
}

function unknown(detail: string): RevocationProblem {
  return { code: "ocsp-unknown", detail };
}

function expired(detail: string): RevocationProblem {
  return { code: "ocsp-expired", detail };
}
