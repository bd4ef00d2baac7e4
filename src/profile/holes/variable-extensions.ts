import { OID } from "../../asn1/oids.ts";
import { boolean, octetString, oid, sequence } from "../../asn1/writer.ts";
import { encodeGeneralNames, type GeneralName } from "../../x509/general-name.ts";

const subjectAltNameType = oid(OID.subjectAltName);

/** A SHA-1. */
const KEY_IDENTIFIER_OCTETS = 20;

/** SubjectKeyIdentifier (RFC 5280 section 4.2.1.2), in every certificate: clients chain by it. The key identifier itself follows. */
export const subjectKeyIdentifierStart: Uint8Array = sequence(
  oid(OID.subjectKeyIdentifier),
  octetString(octetString(new Uint8Array(KEY_IDENTIFIER_OCTETS))),
).slice(0, -KEY_IDENTIFIER_OCTETS);

/** SubjectAltName (RFC 5280 section 4.2.1.6), critical when the subject is empty; none when there are no names. */
export function subjectAltNameExtension(names: readonly GeneralName[], subjectIsEmpty: boolean): Uint8Array {
  if (names.length === 0) return new Uint8Array();
  const value = octetString(encodeGeneralNames(names));
  return subjectIsEmpty ? sequence(subjectAltNameType, boolean(true), value) : sequence(subjectAltNameType, value);
}
