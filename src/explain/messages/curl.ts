import { type MessageClass, messageClasses } from "./message-class.ts";

/** What curl says itself, over whatever TLS library it was built with. @see https://curl.se/libcurl/c/libcurl-errors.html */
export const curlMessages: readonly MessageClass[] = messageClasses([
  [
    "curl-name-mismatch",
    "the certificate is for other names",
    [
      "no alternative certificate subject name matches target",
      "does not match target host name",
      "certificate subject name does not match",
    ],
  ],
  [
    "curl-ca-file",
    "the file of trusted roots cannot be read",
    ["error setting certificate verify locations", "error setting certificate file", "curl: (77)"],
  ],
  [
    "curl-client-certificate",
    "the client certificate or its key cannot be used",
    ["unable to set private key file", "could not load PEM client certificate", "curl: (58)"],
  ],
  [
    "curl-verify-failed",
    "verification failed",
    ["curl: (60)", "cURL error 60", "SSL peer certificate or SSH remote key was not OK"],
    0,
  ],
  ["curl-handshake-failed", "the handshake failed", ["curl: (35)", "cURL error 35"], 0],
  [
    "curl-status-invalid",
    "the stapled OCSP response is missing or bad",
    ["No OCSP response received", "SSL_VERIFYSTATUS", "curl: (91)"],
  ],
]);
