import { type MessageClass, messageClasses } from "./message-class.ts";

/** wget, with GnuTLS (Debian) and with OpenSSL. */
export const wgetMessages: readonly MessageClass[] = messageClasses([
  [
    "wget-not-trusted",
    "verification failed, for a reason that is not printed",
    [["The certificate of", "is not trusted"]],
    0,
  ],
  ["wget-expired", "a certificate of the chain has expired", [["The certificate of", "has expired"]]],
  [
    "wget-expired-leaf",
    "the server's own certificate has expired",
    [["The certificate of", "has expired", "The certificate has expired"]],
    2,
  ],
  [
    "wget-not-yet-valid",
    "a certificate of the chain is not yet valid",
    [["The certificate of", "is not yet activated"]],
  ],
  [
    "wget-not-yet-valid-leaf",
    "the server's own certificate is not yet valid",
    ["The certificate has not yet been activated"],
    2,
  ],
  [
    "wget-unknown-issuer",
    "no way leads from the certificate to a trusted root",
    ["doesn't have a known issuer", "Unable to locally verify the issuer's authority"],
  ],
  [
    "wget-name-mismatch",
    "the certificate is for other names",
    [
      "certificate's owner does not match hostname",
      "certificate common name",
      "no certificate subject alternative name matches",
    ],
  ],
  ["wget-insecure-algorithm", "MD5, SHA-1 or a short key", ["was signed using an insecure algorithm"]],
  ["wget-revoked", "the certificate is revoked", [["The certificate of", "has been revoked"]]],
  ["wget-no-certificate", "the certificates that came cannot be used", ["No certificate presented by"]],
  ["wget-session-ended", "the server had ended the connection when wget wrote", ["session has been invalidated"]],
  ["wget-self-signed", "a self-signed certificate", ["Self-signed certificate encountered"]],
  ["wget-no-connection", "the handshake failed", ["Unable to establish SSL connection"], -1],
]);
