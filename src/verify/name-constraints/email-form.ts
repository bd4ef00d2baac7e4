import { isSameMailbox, type Mailbox, mailboxText, parseMailbox } from "../names/mailbox.ts";
import { hostTest } from "./domain-subtree.ts";
import { inOrOut, type NameForm, unreadable } from "./name-form.ts";

/** rfc822Name: a mailbox, the mailboxes of a host, or those of a domain. Its subtrees hold for SmtpUTF8Mailbox too (RFC 9598 section 6). */
export const emailForm: NameForm<Mailbox> = {
  readName: (name) => parseMailbox(mailboxText(name) ?? ""),
  readSubtree: (base) => {
    if (base.kind !== "email") return unreadable("unsupported", "only rfc822Name subtrees are defined for mailboxes");
    if (base.value.includes("@")) {
      const only = parseMailbox(base.value);
      if (only === undefined) return unreadable("malformed", "not a mailbox");
      return { relate: (mailbox) => inOrOut(isSameMailbox(mailbox, only)) };
    }
    const isHere = hostTest(base.value);
    if (isHere === undefined) return unreadable("malformed", "neither a mailbox, nor a host, nor a domain");
    return { relate: ({ domain }) => inOrOut(isHere(domain)) };
  },
};
