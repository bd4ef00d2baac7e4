import { checkDer } from "../../asn1/check.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { Certificate } from "../../x509/certificate.ts";
import { type EncodingNote, encodingNotes } from "../../x509/encoding-notes.ts";
import type { Found } from "./report.ts";

/** Departures that are told; an encoding in BER has one at every element. */
const SHOWN = 3;

/** Where an object is not the DER that it should be. */
export function encodingWarnings({ kind, block, bytes, encoding }: Found): string[] {
  const isBer = kind === "pkcs7" || kind === "pkcs12"; // RFC 5652 section 10.1 and RFC 7292 section 3.4 allow it
  if (encoding === "JWK" || isBer || block?.headers["DEK-Info"] !== undefined) return [];
  const notes = (kind === "certificate" ? certificateNotes(bytes) : undefined) ?? derNotes(bytes);
  const more = notes.length - SHOWN;
  return [
    ...notes.slice(0, SHOWN).map(({ at, message }) => `not DER at ${at}: ${message}`),
    ...(more > 0 ? [`not DER at ${more} more places: --asn1 shows them`] : []),
  ];
}

function derNotes(bytes: Uint8Array): readonly EncodingNote[] {
  return checkDer(bytes).map(({ offset, message }) => ({ at: `octet ${offset}`, message }));
}

/** Undefined for one that is too broken to look at field by field. */
function certificateNotes(der: Uint8Array): readonly EncodingNote[] | undefined {
  try {
    return encodingNotes(Certificate.parse(der));
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
