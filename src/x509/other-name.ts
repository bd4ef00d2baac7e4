import { asBuffer } from "../asn1/bytes.ts";
import { OID } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { text } from "../asn1/writer.ts";
import type { GeneralName } from "./general-name.ts";

/** SmtpUTF8Mailbox (RFC 9598): a mail address whose local part is not ASCII. The domain holds A-labels. */
export function smtpUtf8Mailbox(mailbox: string): GeneralName {
  return { kind: "otherName", oid: OID.smtpUtf8Mailbox, valueDer: text(TAG.utf8String, mailbox) };
}

/** Microsoft's user principal name, `user@realm`. */
export function userPrincipalName(principal: string): GeneralName {
  return { kind: "otherName", oid: OID.userPrincipalName, valueDer: text(TAG.utf8String, principal) };
}

/** The text of an otherName that holds a UTF8String or an IA5String; undefined for all others. */
export function otherNameText(valueDer: Uint8Array): string | undefined {
  const { tag, content } = DerReader.of(valueDer).next();
  return tag === TAG.utf8String || tag === TAG.ia5String ? asBuffer(content).toString("utf8") : undefined;
}
