import { equalBytes } from "../asn1/bytes.ts";
import { checkDer } from "../asn1/check.ts";
import { DerReader } from "../asn1/reader.ts";
import { tagName } from "../asn1/tag.ts";
import { decodeTime } from "../asn1/time.ts";
import { integer, time } from "../asn1/writer.ts";
import { isPkiError } from "../errors/pki-error.ts";
import type { Certificate } from "./certificate.ts";
import { walkTbsCertificate } from "./certificate-fields.ts";
import { type Extension, encodeRawExtension } from "./extension.ts";
import { knownExtension } from "./extensions/index.ts";

/** Something that a certificate says in another form than DER and RFC 5280 have for it, though what it says is clear. */
export interface EncodingNote {
  /** Which field, such as `extensions[2]`. */
  readonly at: string;
  readonly message: string;
}

/**
 * Every form in a certificate that an encoder should not have chosen: defaults written out (X.690 section 11.5), times of the wrong type
 * (RFC 5280 section 4.1.2.5), bits and sets out of shape. Real CAs do these, so the decoders let them pass. What does not decode at all is
 * no note: the field throws when it is asked for.
 */
export function encodingNotes(certificate: Certificate): readonly EncodingNote[] {
  const violations = checkDer(certificate.der).map(({ offset, message }) => ({ at: `octet ${offset}`, message }));
  return [...violations, ...fieldNotes(certificate), ...certificate.extensions.flatMap(extensionNotes)];
}

function fieldNotes(certificate: Certificate): EncodingNote[] {
  const { version, validity } = walkTbsCertificate(DerReader.of(certificate.tbsDer).sequence());
  const notes: EncodingNote[] = [];
  if (version && equalBytes(version.content, integer(0)))
    notes.push({ at: "version", message: "v1 is the default and written out" });
  const times = DerReader.over(validity).sequence();
  for (const field of ["notBefore", "notAfter"]) {
    const { tag, content } = times.next(field);
    const at = decodeTime(tag, content);
    if (at !== undefined && time(new Date(at))[0] !== tag)
      notes.push({ at: `validity.${field}`, message: `${tagName(tag)} is not the type for its year` });
  }
  return notes;
}

function extensionNotes(extension: Extension, index: number): EncodingNote[] {
  const { oid, critical, value, der } = extension;
  const at = `extensions[${index}]`;
  const notes: EncodingNote[] = [];
  if (!equalBytes(encodeRawExtension(oid, value, critical), der))
    notes.push({ at, message: "critical FALSE is the default and written out" });
  const codec = knownExtension(oid);
  if (codec && differs(() => codec.encode(codec.decode(value)), value))
    notes.push({ at, message: `${codec.name} is not the DER of what it says` });
  return notes;
}

function differs(encodeAgain: () => Uint8Array, value: Uint8Array): boolean {
  try {
    return !equalBytes(encodeAgain(), value);
  } catch (error) {
    if (isPkiError(error)) return false;
    throw error;
  }
}
