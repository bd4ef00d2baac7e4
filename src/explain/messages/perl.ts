import { type MessageClass, messageClasses } from "./message-class.ts";

/** IO::Socket::SSL and LWP, which keep OpenSSL's reason to themselves. */
export const perlMessages: readonly MessageClass[] = messageClasses([
  ["perl-name-mismatch", "the certificate is for other names", ["hostname verification failed"]],
  ["perl-not-connected", "there is no connection", ["IO::Socket::IP configuration failed"], -1],
  ["perl-ocsp-revoked", "the stapled OCSP response revokes", ["certificate status is revoked"]],
  ["perl-ocsp-unknown", "the responder does not know the certificate", ["certificate status is unknown"]],
]);
