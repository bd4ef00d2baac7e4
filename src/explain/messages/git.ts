import { type MessageClass, messageClasses } from "./message-class.ts";

/** git over libcurl with GnuTLS, which keeps the reason to itself. */
export const gitMessages: readonly MessageClass[] = messageClasses([
  [
    "git-verification-failed",
    "verification failed, for a reason that is not printed",
    ["server certificate verification failed"],
    0,
  ],
  ["git-not-verifiable", "the certificates cannot be verified at all", ["server cert verify failed"]],
]);
