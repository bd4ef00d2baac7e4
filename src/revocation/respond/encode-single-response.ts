import { contextConstructed, contextPrimitive, TAG } from "../../asn1/tag.ts";
import { explicit, integer, sequence, tlv } from "../../asn1/writer.ts";
import { crlReasons } from "../../x509/extensions/reason-code.ts";
import type { CertStatus } from "../ocsp/single-response.ts";
import { encodeTime } from "./encode-time.ts";

/** What a response will say of one certificate. */
export interface SingleResponseInput {
  /** The CertID as the request wrote it: clients compare octets. */
  readonly certIdDer: Uint8Array;
  readonly status: CertStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** Whole Extensions. */
  readonly extensions: readonly Uint8Array[];
}

/** SingleResponse (RFC 6960 section 4.2.1). */
export function encodeSingleResponse(input: SingleResponseInput): Uint8Array {
  const { certIdDer, status, thisUpdate, nextUpdate, extensions } = input;
  const [from, until] = [encodeTime(thisUpdate), explicit(0, encodeTime(nextUpdate))];
  if (extensions.length === 0) return sequence(certIdDer, encodeCertStatus(status), from, until);
  return sequence(certIdDer, encodeCertStatus(status), from, until, explicit(1, sequence(...extensions)));
}

const good = tlv(contextPrimitive(0));
const unknown = tlv(contextPrimitive(2));

/** The reason `unspecified` says nothing and is left out, as in CRLs (RFC 5280 section 5.3.1). */
function encodeCertStatus(status: CertStatus): Uint8Array {
  if (status.kind !== "revoked") return status.kind === "good" ? good : unknown;
  const { at, reason = "unspecified" } = status;
  const time = encodeTime(at);
  if (reason === "unspecified") return tlv(contextConstructed(1), time);
  return tlv(contextConstructed(1), time, explicit(0, integer(crlReasons[reason], TAG.enumerated)));
}
