import { type MessageClass, messageClasses } from "./message-class.ts";

/** IO::Socket::SSL and LWP, which keep OpenSSL's reason to themselves. */
export const perlMessages: readonly MessageClass[] = messageClasses([
  ["perl-name-mismatch", "the certificate is for other names", ["hostname verification failed"]],
]);
