import type { BitString } from "../../asn1/primitives.ts";
import { DerReader, derError } from "../../asn1/reader.ts";
import { contextConstructed, TAG } from "../../asn1/tag.ts";
import { type AlgorithmIdentifier, parseAlgorithmIdentifier } from "../../x509/algorithm-identifier.ts";
import type { Extension } from "../../x509/extension.ts";
import { parseResponderId, type ResponderId } from "./responder-id.ts";
import { parseSingleResponse, readExtensions, type SingleResponse } from "./single-response.ts";

/** BasicOCSPResponse (RFC 6960 section 4.2.1). */
export interface BasicResponse {
  /** The octets that the signature covers: tbsResponseData. */
  readonly tbsDer: Uint8Array;
  readonly responderId: ResponderId;
  readonly producedAt: Date;
  readonly responses: readonly SingleResponse[];
  readonly extensions: readonly Extension[];
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: BitString;
  /** The certificates that came along, not yet parsed. */
  readonly certificateDers: readonly Uint8Array[];
}

/** @throws PkiError ERR_DER */
export function parseBasicResponse(der: Uint8Array): BasicResponse {
  const outer = DerReader.of(der);
  const body = outer.sequence("BasicOCSPResponse");
  outer.end("the end of BasicOCSPResponse");
  const data = body.expect(TAG.sequence, "tbsResponseData");
  const signatureAlgorithm = parseAlgorithmIdentifier(body, "signatureAlgorithm");
  const signature = body.bitString(undefined, "signature");
  const wrapper = body.explicit(0);
  const certificateDers =
    wrapper?.sequence("certs").each((certs) => certs.expect(TAG.sequence, "a Certificate").der) ?? [];
  wrapper?.end("the end of certs");
  body.end("the end of BasicOCSPResponse");
  return { tbsDer: data.der, ...parseResponseData(body.inside(data)), signatureAlgorithm, signature, certificateDers };
}

type ResponseData = Pick<BasicResponse, "responderId" | "producedAt" | "responses" | "extensions">;

function parseResponseData(body: DerReader): ResponseData {
  skipVersion(body);
  const responderId = parseResponderId(body);
  const producedAt = body.generalizedTime(undefined, "producedAt");
  const responses = body.sequence("responses").each(parseSingleResponse);
  const extensions = readExtensions(body, 1);
  body.end("the end of tbsResponseData");
  return { responderId, producedAt, responses, extensions };
}

/** v1 is the only version and the default. DER leaves a default out; those who write it are understood. @throws PkiError ERR_DER */
export function skipVersion(body: DerReader): void {
  if (body.peek() !== contextConstructed(0)) return;
  const start = body.offset;
  const wrapper = body.enter(contextConstructed(0));
  const version = wrapper.integer(undefined, "version");
  wrapper.end("the end of version");
  if (version !== 0) throw derError(start, "version 1", `version ${version + 1}`);
}
