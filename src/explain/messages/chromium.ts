import { type MessageClass, messageClasses } from "./message-class.ts";

/** Chromium, Chrome, Edge, Electron. @see https://chromium.googlesource.com/chromium/src/+/main/net/base/net_error_list.h */
export const chromiumMessages: readonly MessageClass[] = messageClasses([
  ["chromium-authority-invalid", "no way leads from the certificate to a trusted root", ["ERR_CERT_AUTHORITY_INVALID"]],
  ["chromium-date-invalid", "a certificate is outside its period", ["ERR_CERT_DATE_INVALID"]],
  ["chromium-name-invalid", "the certificate is for other names", ["ERR_CERT_COMMON_NAME_INVALID"]],
  ["chromium-invalid", "the chain breaks a rule", ["ERR_CERT_INVALID", "ERR_CERT_CONTAINS_ERRORS"]],
  ["chromium-name-constraint", "a CA may not certify this name", ["ERR_CERT_NAME_CONSTRAINT_VIOLATION"]],
  ["chromium-weak-signature", "a signature with MD5 or SHA-1", ["ERR_CERT_WEAK_SIGNATURE_ALGORITHM"]],
  ["chromium-weak-key", "a key is too small", ["ERR_CERT_WEAK_KEY", "ERR_SSL_WEAK_SERVER_EPHEMERAL_DH_KEY"]],
  ["chromium-validity-too-long", "the certificate runs too long", ["ERR_CERT_VALIDITY_TOO_LONG"]],
  ["chromium-revoked", "the certificate is revoked", ["ERR_CERT_REVOKED"]],
  [
    "chromium-revocation-unknown",
    "whether it is revoked could not be learnt",
    ["ERR_CERT_UNABLE_TO_CHECK_REVOCATION", "ERR_CERT_NO_REVOCATION_MECHANISM"],
  ],
  [
    "chromium-interception",
    "a known interception product signed",
    ["ERR_CERT_KNOWN_INTERCEPTION_BLOCKED", "ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN"],
  ],
  ["chromium-transparency", "a public certificate without proof of logging", ["ERR_CERTIFICATE_TRANSPARENCY_REQUIRED"]],
  ["chromium-key-usage", "the key usage forbids to sign handshakes", ["ERR_SSL_KEY_USAGE_INCOMPATIBLE"]],
  ["chromium-bad-format", "the certificate cannot be read", ["ERR_SSL_SERVER_CERT_BAD_FORMAT"]],
  ["chromium-protocol-error", "the answer was not TLS, or broke its rules", ["ERR_SSL_PROTOCOL_ERROR"]],
  [
    "chromium-version-or-cipher",
    "no version or cipher suite in common",
    ["ERR_SSL_VERSION_OR_CIPHER_MISMATCH", "ERR_SSL_OBSOLETE_VERSION", "ERR_SSL_OBSOLETE_CIPHER"],
  ],
  [
    "chromium-unrecognized-name",
    "the server has no site of the name that was asked for",
    ["ERR_SSL_UNRECOGNIZED_NAME_ALERT"],
  ],
  [
    "chromium-client-certificate",
    "the server refuses the client certificate, or the lack of one",
    [
      "ERR_BAD_SSL_CLIENT_AUTH_CERT",
      "ERR_SSL_CLIENT_AUTH_CERT_NEEDED",
      "ERR_SSL_CLIENT_AUTH_SIGNATURE_FAILED",
      "ERR_SSL_CLIENT_AUTH_NO_COMMON_ALGORITHMS",
    ],
  ],
  [
    "chromium-decrypt-error",
    "a signature of the handshake is wrong",
    ["ERR_SSL_DECRYPT_ERROR_ALERT", "ERR_SSL_BAD_RECORD_MAC_ALERT"],
  ],
]);
