import { OID } from "../../asn1/oids.ts";
import { DerReader } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import { comparableHost, isHostName } from "./host-name.ts";

/** An e-mail address as it is compared: the local part as it stands, the domain as A-labels in lower case (RFC 9598 section 5). */
export interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/** Local-part "@" Domain (RFC 5321 section 4.1.2, RFC 6531 section 3.3); undefined when the text is no mailbox. */
export function parseMailbox(text: string): Mailbox | undefined {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  if (at < 1 || !(dotString.test(local) || quotedString.test(local))) return undefined;
  const domain = mailDomain(text.slice(at + 1));
  return domain === undefined ? undefined : { local, domain };
}

/** The mailbox that a name of a certificate holds, as text; undefined when it is a name of another kind. */
export function mailboxText(name: GeneralName): string | undefined {
  if (name.kind === "email") return name.value;
  return name.kind === "otherName" && name.oid === OID.smtpUtf8Mailbox ? utf8Text(name.valueDer) : undefined;
}

/** False when either is no mailbox. */
export function isSameMailbox(a: Mailbox | undefined, b: Mailbox | undefined): boolean {
  return a !== undefined && a.local === b?.local && a.domain === b.domain;
}

const atom = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\u0080-\u{10ffff}-]+`;
const dotString = new RegExp(String.raw`^${atom}(\.${atom})*$`, "u");
const quotedString = /^"([\x20\x21\x23-\x5b\x5d-\x7e\u0080-\u{10ffff}]|\\[\x20-\x7e])*"$/u;
const addressLiteral = /^\[[0-9A-Za-z.:-]+\]$/;

function mailDomain(text: string): string | undefined {
  if (addressLiteral.test(text)) return text.toLowerCase();
  const host = text.endsWith(".") ? undefined : comparableHost(text);
  return host !== undefined && isHostName(host) ? host : undefined;
}

function utf8Text(der: Uint8Array): string | undefined {
  const element = DerReader.of(der).next();
  return element.tag === TAG.utf8String ? Buffer.from(element.content).toString("utf8") : undefined;
}
