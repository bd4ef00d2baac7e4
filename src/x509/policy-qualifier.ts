import { OID } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { decodeString, readString } from "../asn1/string-type.ts";
import { TAG } from "../asn1/tag.ts";
import { sequence, text } from "../asn1/writer.ts";
import type { PolicyQualifier } from "./extensions/certificate-policies.ts";

/** UserNotice (RFC 5280 section 4.2.1.4): a text to show to those who rely on the certificate. */
export interface UserNotice {
  /** The organization that keeps numbered notices, and the numbers. */
  readonly reference?: { readonly organization: string; readonly numbers: readonly number[] };
  readonly text?: string;
}

/** A pointer to a certification practice statement. */
export function cpsQualifier(uri: string): PolicyQualifier {
  return { oid: OID.policyQualifierCps, valueDer: text(TAG.ia5String, uri) };
}

/** A notice in words. */
export function userNoticeQualifier(words: string): PolicyQualifier {
  return { oid: OID.policyQualifierUserNotice, valueDer: sequence(text(TAG.utf8String, words)) };
}

/** The URI of a CPS qualifier; undefined for other qualifiers. @throws PkiError ERR_DER */
export function readCps({ oid, valueDer }: PolicyQualifier): string | undefined {
  return oid === OID.policyQualifierCps ? readString(DerReader.of(valueDer), TAG.ia5String, "CPSuri") : undefined;
}

/** The notice of a user notice qualifier; undefined for other qualifiers. @throws PkiError ERR_DER */
export function readUserNotice({ oid, valueDer }: PolicyQualifier): UserNotice | undefined {
  if (oid !== OID.policyQualifierUserNotice) return undefined;
  const body = DerReader.of(valueDer).sequence("UserNotice");
  const reference = body.enterOptional(TAG.sequence);
  const organization = reference && displayText(reference);
  const numbers = reference?.sequence("noticeNumbers").each((number) => number.integer()) ?? [];
  const words = body.atEnd ? undefined : displayText(body);
  body.end("the end of UserNotice");
  return {
    ...(organization !== undefined && { reference: { organization, numbers } }),
    ...(words !== undefined && { text: words }),
  };
}

function displayText(reader: DerReader): string {
  const { tag, content } = reader.next("a DisplayText");
  return decodeString(tag, content)?.text ?? "";
}
