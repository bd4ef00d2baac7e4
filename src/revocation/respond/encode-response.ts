import { OID } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { bitString, explicit, generalizedTime, integer, octetString, oid, sequence } from "../../asn1/writer.ts";
import { type OcspStatus, ocspStatuses } from "../ocsp/ocsp-response.ts";

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
  const body = [responderIdDer, generalizedTime(producedAt), sequence(...responses)];
  return extensions.length === 0 ? sequence(...body) : sequence(...body, explicit(1, sequence(...extensions)));
}

/** The parts of a BasicOCSPResponse. */
export interface SignedResponseInput {
  readonly responseData: Uint8Array;
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
  /** The certificate of a responder that is not the CA itself. */
  readonly certificateDer: Uint8Array | undefined;
}

const basicType = oid(OID.ocspBasic);
const successful = integer(ocspStatuses.successful, TAG.enumerated);

/** An OCSPResponse that answers. */
export function encodeSuccessfulResponse(input: SignedResponseInput): Uint8Array {
  const { responseData, signatureAlgorithm, signature, certificateDer } = input;
  const signed = [responseData, signatureAlgorithm, bitString(signature)];
  const basic = certificateDer ? sequence(...signed, explicit(0, sequence(certificateDer))) : sequence(...signed);
  return sequence(successful, explicit(0, sequence(basicType, octetString(basic))));
}

/** An OCSPResponse that says why there is no answer. It is not signed: anybody could have sent it. */
export function encodeErrorResponse(status: Exclude<OcspStatus, "successful">): Uint8Array {
  return sequence(integer(ocspStatuses[status], TAG.enumerated));
}
