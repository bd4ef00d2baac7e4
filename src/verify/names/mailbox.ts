import { OID } from "../../asn1/oids.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import { otherNameText } from "../../x509/other-name.ts";
import { comparableHost } from "./host-name.ts";

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
  return name.kind === "otherName" && name.oid === OID.smtpUtf8Mailbox ? otherNameText(name.valueDer) : undefined;
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
  return text.endsWith(".") ? undefined : comparableHost(text);
}
