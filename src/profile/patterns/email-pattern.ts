import { type NamePattern, singlePattern } from "./name-pattern.ts";

/** What an e-mail pattern looks like, for messages and docs: the forms of an rfc822Name constraint (RFC 5280 section 4.2.1.10). */
export const EMAIL_PATTERN_FORM =
  "a mailbox (root@example.com), a host (example.com), or a suffix for every host below (.example.com)";

/** A pattern over mailboxes: hosts compare without case, local parts exactly. Undefined when the text is not such a pattern. */
export function emailPattern(text: string): NamePattern<string> | undefined {
  const [, local, host] = /^(?:([^@\s]+)@)?(\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/i.exec(text) ?? [];
  if (host === undefined || (local !== undefined && host.startsWith("."))) return undefined;
  const wanted = host.toLowerCase();
  return singlePattern(text, (mailbox) => {
    const at = mailbox.lastIndexOf("@");
    const found = mailbox.slice(at + 1).toLowerCase();
    if (local !== undefined && mailbox.slice(0, at) !== local) return false;
    return wanted.startsWith(".") ? found.endsWith(wanted) && found.length > wanted.length : found === wanted;
  });
}
