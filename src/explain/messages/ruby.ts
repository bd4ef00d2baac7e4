import { type MessageClass, messageClasses } from "./message-class.ts";

/** What Ruby's openssl library says itself. */
export const rubyMessages: readonly MessageClass[] = messageClasses([
  ["ruby-name-mismatch", "the certificate is for other names", ["does not match the server certificate"]],
]);
