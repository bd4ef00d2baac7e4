import { isSameMailbox, mailboxText, parseMailbox } from "./mailbox.ts";
import type { MismatchReason } from "./name-mismatch.ts";
import { nearestName } from "./nearest-name.ts";
import { type PresentedNames, presentedTexts } from "./presented-names.ts";

/** A mailbox against rfc822Name and SmtpUTF8Mailbox (RFC 9598 section 5). Undefined: one of them is it. */
export function emailMismatch(asked: string, presented: PresentedNames): MismatchReason | undefined {
  const mailbox = parseMailbox(asked);
  const names = presentedTexts(presented, mailboxText);
  if (names.some(({ text }) => isSameMailbox(parseMailbox(text), mailbox))) return undefined;
  const nearest = nearestName(asked, names);
  if (nearest === undefined) return { code: "wrong-host", nearest, rule: "none" };
  const sameDomain = mailbox !== undefined && parseMailbox(nearest.text)?.domain === mailbox.domain;
  return { code: "wrong-host", nearest, rule: sameDomain ? "mailboxLocal" : "other" };
}
