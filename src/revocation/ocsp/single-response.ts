import type { DerReader } from "../../asn1/reader.ts";
import { derError } from "../../asn1/reader.ts";
import { contextConstructed, contextPrimitive, TAG, tagName } from "../../asn1/tag.ts";
import { type Extension, parseExtensions } from "../../x509/extension.ts";
import { type CrlReason, crlReasonOf } from "../../x509/extensions/reason-code.ts";
import { type CertId, parseCertId } from "./cert-id.ts";

/** CertStatus (RFC 6960 section 4.2.1). */
export type CertStatus =
  | { readonly kind: "good" | "unknown" }
  | { readonly kind: "revoked"; readonly at: Date; readonly reason: CrlReason | undefined };

/** SingleResponse: what the responder says of one certificate, and for how long. */
export interface SingleResponse {
  readonly certId: CertId;
  readonly status: CertStatus;
  readonly thisUpdate: Date;
  /** Undefined: newer information is always to be had. */
  readonly nextUpdate: Date | undefined;
  readonly extensions: readonly Extension[];
}

/** @throws PkiError ERR_DER */
export function parseSingleResponse(reader: DerReader): SingleResponse {
  const body = reader.sequence("a SingleResponse");
  const certId = parseCertId(body);
  const status = parseCertStatus(body);
  const thisUpdate = body.generalizedTime(undefined, "thisUpdate");
  const nextUpdate = readNextUpdate(body);
  const extensions = readExtensions(body, 1);
  body.end("the end of the SingleResponse");
  return { certId, status, thisUpdate, nextUpdate, extensions };
}

/** `[n] EXPLICIT Extensions` if they come next. @throws PkiError ERR_DER */
export function readExtensions(reader: DerReader, n: number): readonly Extension[] {
  const wrapper = reader.explicit(n);
  if (wrapper === undefined) return [];
  const extensions = parseExtensions(wrapper);
  wrapper.end("the end of the extensions");
  return extensions;
}

const goodTag = contextPrimitive(0);
const revokedTag = contextConstructed(1);
const unknownTag = contextPrimitive(2);

function parseCertStatus(reader: DerReader): CertStatus {
  const tag = reader.peek();
  if (tag === revokedTag) return parseRevokedInfo(reader.enter(tag));
  if (tag !== goodTag && tag !== unknownTag)
    throw derError(reader.offset, "a CertStatus, [0] to [2]", reader.atEnd ? "the end" : tagName(tag));
  const start = reader.offset;
  if (reader.next().length > 0) throw derError(start, "an empty NULL", "octets");
  return { kind: tag === goodTag ? "good" : "unknown" };
}

function parseRevokedInfo(body: DerReader): CertStatus {
  const at = body.generalizedTime(undefined, "revocationTime");
  const wrapper = body.explicit(0);
  const reason = wrapper && crlReasonOf(wrapper.integer(TAG.enumerated, "revocationReason"));
  wrapper?.end("the end of revocationReason");
  body.end("the end of RevokedInfo");
  return { kind: "revoked", at, reason };
}

function readNextUpdate(reader: DerReader): Date | undefined {
  const wrapper = reader.explicit(0);
  const nextUpdate = wrapper?.generalizedTime(undefined, "nextUpdate");
  wrapper?.end("the end of nextUpdate");
  return nextUpdate;
}
