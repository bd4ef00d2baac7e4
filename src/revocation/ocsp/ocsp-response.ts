import { OID } from "../../asn1/oids.ts";
import { DerReader, derError } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import { type BasicResponse, parseBasicResponse } from "./basic-response.ts";

/** OCSPResponseStatus by its number (RFC 6960 section 4.2.1); 4 is unused. */
export const ocspStatuses = {
  successful: 0,
  malformedRequest: 1,
  internalError: 2,
  tryLater: 3,
  sigRequired: 5,
  unauthorized: 6,
} as const;

export type OcspStatus = keyof typeof ocspStatuses;

/** OCSPResponse: an answer, or the reason why there is none. */
export type OcspResponse =
  | { readonly status: "successful"; readonly basic: BasicResponse }
  | { readonly status: Exclude<OcspStatus, "successful"> };

const byNumber = new Map(Object.entries(ocspStatuses).map(([status, number]) => [number, status as OcspStatus]));

/** @throws PkiError ERR_DER, also when the answer is of another type than id-pkix-ocsp-basic */
export function parseOcspResponse(der: Uint8Array): OcspResponse {
  const outer = DerReader.of(der);
  const body = outer.sequence("OCSPResponse");
  outer.end("the end of OCSPResponse");
  const start = body.offset;
  const number = body.integer(TAG.enumerated, "responseStatus");
  const status = byNumber.get(number as (typeof ocspStatuses)[OcspStatus]);
  if (status === undefined) throw derError(start, "an OCSPResponseStatus", String(number));
  const wrapper = body.explicit(0);
  body.end("the end of OCSPResponse");
  if (status !== "successful") return { status };
  if (wrapper === undefined) throw derError(body.offset, "responseBytes", "the end");
  return { status, basic: parseBasicResponse(readResponseBytes(wrapper)) };
}

function readResponseBytes(wrapper: DerReader): Uint8Array {
  const body = wrapper.sequence("responseBytes");
  const start = body.offset;
  const type = body.oid(undefined, "responseType");
  if (type !== OID.ocspBasic) throw derError(start, "id-pkix-ocsp-basic", type);
  const response = body.octetString(undefined, "response");
  body.end("the end of responseBytes");
  wrapper.end("the end of responseBytes");
  return response;
}
