import { type MessageClass, messageClasses } from "./message-class.ts";

/** PHP's streams. */
export const phpMessages: readonly MessageClass[] = messageClasses([
  [
    "php-name-mismatch",
    "the certificate is for other names",
    ["did not match expected CN", "Unable to locate peer certificate CN"],
  ],
  [
    "php-self-signed",
    "a self-signed certificate",
    ["Unable to verify peer: self signed certificate", "Failed to verify peer certificate"],
  ],
]);
