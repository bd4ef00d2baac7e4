import { type MessageClass, messageClasses } from "./message-class.ts";

/** PHP's streams. */
export const phpMessages: readonly MessageClass[] = messageClasses([
  [
    "php-name-mismatch",
    "the certificate is for other names",
    ["did not match expected CN", "did not match expected name", "Unable to locate peer certificate CN"],
  ],
  [
    "php-no-connection",
    "the handshake failed, for a reason that is not printed",
    ["Failed to enable crypto", "Unable to connect to ssl"],
    -1,
  ],
  [
    "php-self-signed",
    "a self-signed certificate",
    ["Unable to verify peer: self signed certificate", "Failed to verify peer certificate"],
  ],
]);
