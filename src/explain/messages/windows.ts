import { type MessageClass, messageClasses } from "./message-class.ts";

/** Schannel, WinHTTP and CryptoAPI. Their texts are translated, so the hexadecimal status and the constant count. @see winerror.h */
export const windowsMessages: readonly MessageClass[] = messageClasses([
  [
    "windows-untrusted-root",
    "the chain ends in a root that is not trusted",
    ["SEC_E_UNTRUSTED_ROOT", "0x80090325", "CERT_E_UNTRUSTEDROOT", "0x800B0109", "0x800B0112"],
  ],
  [
    "windows-chaining",
    "no way leads from the certificate to a root",
    ["CERT_E_CHAINING", "0x800B010A", "TRUST_E_NOSIGNATURE"],
  ],
  [
    "windows-expired",
    "a certificate is outside its period",
    [
      "SEC_E_CERT_EXPIRED",
      "0x80090328",
      "CERT_E_EXPIRED",
      "0x800B0101",
      "CERT_E_VALIDITYPERIODNESTING",
      "0x800B0102",
      "ERROR_WINHTTP_SECURE_CERT_DATE_INVALID",
    ],
  ],
  [
    "windows-name-mismatch",
    "the certificate is for other names",
    ["SEC_E_WRONG_PRINCIPAL", "0x80090322", "CERT_E_CN_NO_MATCH", "0x800B010F", "ERROR_WINHTTP_SECURE_CERT_CN_INVALID"],
  ],
  [
    "windows-usage",
    "the extended key usage lacks the purpose",
    ["CERT_E_WRONG_USAGE", "0x800B0110", "CERT_E_PURPOSE", "0x800B0106"],
  ],
  [
    "windows-not-a-ca",
    "a CA's limits are broken",
    ["TRUST_E_BASIC_CONSTRAINTS", "0x80096019", "CERT_E_PATHLENCONST", "0x800B0104", "CERT_E_ROLE", "0x800B0103"],
  ],
  ["windows-critical-extension", "a critical extension that nobody knows", ["CERT_E_CRITICAL", "0x800B0105"]],
  ["windows-policy", "no certificate policy reaches the leaf", ["CERT_E_INVALID_POLICY", "0x800B0113"]],
  ["windows-name-constraint", "a CA may not certify this name", ["CERT_E_INVALID_NAME", "0x800B0114"]],
  ["windows-signature", "a signature does not verify", ["TRUST_E_CERT_SIGNATURE", "0x80096004"]],
  [
    "windows-unknown",
    "the certificate is refused, the reason is in the event log",
    ["SEC_E_CERT_UNKNOWN", "0x80090327"],
    0,
  ],
  ["windows-revoked", "the certificate is revoked", ["CRYPT_E_REVOKED", "0x80092010", "CERT_E_REVOKED", "0x800B010C"]],
  [
    "windows-no-revocation-check",
    "the certificate names no way to ask whether it is revoked",
    ["CRYPT_E_NO_REVOCATION_CHECK", "0x80092012"],
  ],
  [
    "windows-revocation-offline",
    "the server that says what is revoked could not be reached",
    ["CRYPT_E_REVOCATION_OFFLINE", "0x80092013", "CERT_E_REVOCATION_FAILURE", "0x800B010E"],
  ],
  ["windows-not-tls", "the answer was not TLS, or broke its rules", ["SEC_E_INVALID_TOKEN", "0x80090308"]],
  [
    "windows-illegal-message",
    "the peer answered with something unexpected, mostly an alert",
    ["SEC_E_ILLEGAL_MESSAGE", "0x80090326"],
  ],
  [
    "windows-algorithm-mismatch",
    "nothing in common",
    ["SEC_E_ALGORITHM_MISMATCH", "0x80090331", "SEC_E_UNSUPPORTED_FUNCTION", "0x80090302"],
  ],
  [
    "windows-client-certificate",
    "a client certificate is wanted",
    [
      "ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED",
      "SEC_E_NO_CREDENTIALS",
      "0x8009030E",
      "SEC_I_INCOMPLETE_CREDENTIALS",
      "0x00090320",
    ],
  ],
  [
    "windows-no-channel",
    "the request was aborted",
    ["Could not create SSL/TLS secure channel", "ERROR_WINHTTP_SECURE_FAILURE"],
    0,
  ],
]);
