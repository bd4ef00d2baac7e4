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
  [
    "curl-not-connected",
    "there is no connection, for a reason that is not printed",
    ["Couldn't connect to server", "Could not connect to server"],
  ],
  [
    "curl-peer-refused",
    "the server holds the client's certificate for expired or broken: curl takes the alert for its own verdict",
    ["SSL certificate verification failed"],
  ],
  ["curl-handshake-failed", "the handshake failed", ["curl: (35)", "cURL error 35"], 0],
  ["curl-status-invalid", "the stapled OCSP response is missing or bad", ["SSL_VERIFYSTATUS", "curl: (91)"]],
  ["curl-no-staple", "no OCSP response was stapled", ["No OCSP response received"], 2],
  ["curl-ocsp-revoked", "the stapled OCSP response revokes", ["SSL certificate revocation reason"], 2],
  ["curl-ocsp-old", "the stapled OCSP response is out of date", ["OCSP response has expired"], 2],
  [
    "curl-ocsp-not-good",
    "the stapled OCSP response does not say that the certificate is good",
    ["SSL server certificate status verification FAILED"],
    2,
  ],
  ["curl-ocsp-signature", "the stapled OCSP response is not signed rightly", ["OCSP response verification failed"], 2],
  ["curl-ocsp-no-answer", "the responder gave no answer", ["Invalid OCSP response status"], 2],
]);
