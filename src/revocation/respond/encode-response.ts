import { inPieces } from "../../asn1/header.ts";
import { OID } from "../../asn1/oids.ts";
import { contextConstructed, TAG } from "../../asn1/tag.ts";
import { explicit, integer, oid, sequence, tlv } from "../../asn1/writer.ts";
import { type OcspStatus, ocspStatuses } from "../ocsp/ocsp-response.ts";
import { encodeTime } from "./encode-time.ts";

/** What is signed: ResponseData (RFC 6960 section 4.2.1). */
export interface ResponseDataInput {
  /** The ResponderID. */
  readonly responderIdDer: Uint8Array;
  readonly producedAt: Date;
  /** SingleResponses. */
  readonly responses: readonly Uint8Array[];
  /** Whole Extensions. */
  readonly extensions: readonly Uint8Array[];
}

export function encodeResponseData(input: ResponseDataInput): Uint8Array {
  const { responderIdDer, producedAt, responses, extensions } = input;
  const body = [responderIdDer, encodeTime(producedAt), sequence(...responses)];
  return extensions.length === 0 ? sequence(...body) : sequence(...body, explicit(1, sequence(...extensions)));
}

/** The parts of a BasicOCSPResponse. */
export interface SignedResponseInput {
  readonly responseData: Uint8Array;
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
  /** `[0] EXPLICIT SEQUENCE OF Certificate`, when the signer is not the CA itself. */
  readonly certsDer: Uint8Array | undefined;
}

const basicType = oid(OID.ocspBasic);
const successful = integer(ocspStatuses.successful, TAG.enumerated);
const noUnusedBits = Uint8Array.of(0);

/** An OCSPResponse that answers. */
export function encodeSuccessfulResponse(input: SignedResponseInput): Uint8Array {
  const { responseData, signatureAlgorithm, signature, certsDer } = input;
  const signed = [responseData, signatureAlgorithm, ...inPieces(TAG.bitString, [noUnusedBits, signature])];
  const basic = inPieces(TAG.sequence, certsDer === undefined ? signed : [...signed, certsDer]);
  const responseBytes = inPieces(TAG.sequence, [basicType, ...inPieces(TAG.octetString, basic)]);
  return tlv(TAG.sequence, successful, ...inPieces(contextConstructed(0), responseBytes));
}

/** An OCSPResponse that says why there is no answer. It is not signed: anybody could have sent it. */
export function encodeErrorResponse(status: Exclude<OcspStatus, "successful">): Uint8Array {
  return sequence(integer(ocspStatuses[status], TAG.enumerated));
}
