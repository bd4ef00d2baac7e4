import { type MessageClass, messageClasses } from "./message-class.ts";

/** Firefox and everything else on NSS with mozilla::pkix. @see https://searchfox.org/mozilla-central/source/security/nss/lib/util/secerr.h */
export const nssMessages: readonly MessageClass[] = messageClasses([
  [
    "nss-unknown-issuer",
    "no way leads from the certificate to a trusted root",
    ["SEC_ERROR_UNKNOWN_ISSUER", "peer's certificate issuer is not recognized"],
  ],
  [
    "nss-untrusted-issuer",
    "the issuer is marked as not trusted",
    ["SEC_ERROR_UNTRUSTED_ISSUER", "SEC_ERROR_UNTRUSTED_CERT", "SEC_ERROR_CA_CERT_INVALID_TRUST"],
  ],
  ["nss-self-signed", "a self-signed certificate", ["MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT"]],
  ["nss-interception", "a known interception product signed", ["MOZILLA_PKIX_ERROR_MITM_DETECTED"]],
  ["nss-expired", "the server's certificate has expired", ["SEC_ERROR_EXPIRED_CERTIFICATE"]],
  ["nss-issuer-expired", "a CA of the chain has expired", ["SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE"]],
  ["nss-not-yet-valid", "the server's certificate is not yet valid", ["MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE"]],
  [
    "nss-issuer-not-yet-valid",
    "a CA of the chain is not yet valid",
    ["MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE"],
  ],
  ["nss-bad-time", "a date cannot be read", ["SEC_ERROR_INVALID_TIME"]],
  ["nss-validity-too-long", "the certificate runs too long", ["MOZILLA_PKIX_ERROR_VALIDITY_TOO_LONG"]],
  ["nss-name-mismatch", "the certificate is for other names", ["SSL_ERROR_BAD_CERT_DOMAIN"]],
  [
    "nss-key-usage",
    "the key usage does not allow it, or a certificate of the chain is no CA",
    ["SEC_ERROR_INADEQUATE_KEY_USAGE"],
  ],
  ["nss-purpose", "the extended key usage lacks the purpose", ["SEC_ERROR_INADEQUATE_CERT_TYPE"]],
  ["nss-not-a-ca", "a certificate of the chain is no CA", ["SEC_ERROR_CA_CERT_INVALID"]],
  ["nss-path-length", "too many CAs below a limit", ["SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID"]],
  ["nss-name-constraint", "a CA may not certify this name", ["SEC_ERROR_CERT_NOT_IN_NAME_SPACE"]],
  ["nss-critical-extension", "a critical extension that nobody knows", ["SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION"]],
  ["nss-policy", "no certificate policy reaches the leaf", ["SEC_ERROR_POLICY_VALIDATION_FAILED"]],
  ["nss-signature", "a signature does not verify", ["SEC_ERROR_BAD_SIGNATURE"]],
  [
    "nss-ca-as-leaf",
    "a CA certificate stands where the server's own should",
    ["MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY"],
  ],
  ["nss-version-1-ca", "a version 1 certificate is used as CA", ["MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA"]],
  [
    "nss-key-size",
    "a key is too small",
    ["MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE", "SEC_ERROR_WEAK_KEY", "SSL_ERROR_WEAK_SERVER_CERT_KEY"],
  ],
  [
    "nss-weak-algorithm",
    "a signature with MD5 or SHA-1",
    ["SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED", "SEC_ERROR_EXPIRED_ISSUER_SIGNATURE_ALGORITHM"],
  ],
  [
    "nss-algorithm-mismatch",
    "inner and outer signature algorithm differ",
    ["MOZILLA_PKIX_ERROR_SIGNATURE_ALGORITHM_MISMATCH"],
  ],
  [
    "nss-unsupported-algorithm",
    "an algorithm or curve that is not supported",
    ["SEC_ERROR_UNSUPPORTED_KEYALG", "SEC_ERROR_UNSUPPORTED_ELLIPTIC_CURVE", "SEC_ERROR_INVALID_ALGORITHM"],
  ],
  [
    "nss-no-staple",
    "the certificate promises a stapled OCSP response and none came",
    ["MOZILLA_PKIX_ERROR_REQUIRED_TLS_FEATURE_MISSING"],
  ],
  ["nss-serial-reused", "two certificates of one issuer share a serial number", ["SEC_ERROR_REUSED_ISSUER_AND_SERIAL"]],
  ["nss-empty-issuer", "the issuer's name is empty", ["MOZILLA_PKIX_ERROR_EMPTY_ISSUER_NAME"]],
  [
    "nss-unreadable",
    "the certificate cannot be read",
    [
      "SEC_ERROR_BAD_DER",
      "SEC_ERROR_EXTENSION_VALUE_INVALID",
      "MOZILLA_PKIX_ERROR_INVALID_INTEGER_ENCODING",
      "SEC_ERROR_EXTENSION_NOT_FOUND",
      "SEC_ERROR_LIBRARY_FAILURE",
    ],
  ],
  ["nss-revoked", "the certificate is revoked", ["SEC_ERROR_REVOKED_CERTIFICATE"]],
  [
    "nss-ocsp-expired",
    "the OCSP response is out of date",
    [
      "SEC_ERROR_OCSP_OLD_RESPONSE",
      "SEC_ERROR_OCSP_FUTURE_RESPONSE",
      "MOZILLA_PKIX_ERROR_OCSP_RESPONSE_FOR_CERT_MISSING",
    ],
  ],
  ["nss-ocsp-unknown", "the responder does not know the certificate", ["SEC_ERROR_OCSP_UNKNOWN_CERT"]],
  [
    "nss-ocsp-signature",
    "the OCSP response is not signed by its responder",
    ["SEC_ERROR_OCSP_BAD_SIGNATURE", "SEC_ERROR_OCSP_MALFORMED_RESPONSE"],
  ],
  [
    "nss-ocsp-unauthorized",
    "the signer may not answer for this CA",
    [
      "SEC_ERROR_OCSP_INVALID_SIGNING_CERT",
      "SEC_ERROR_OCSP_UNAUTHORIZED_RESPONSE",
      "SEC_ERROR_OCSP_UNAUTHORIZED_REQUEST",
      "SEC_ERROR_OCSP_RESPONDER_CERT_INVALID",
    ],
  ],
  [
    "nss-ocsp-try-later",
    "the responder does not answer",
    ["SEC_ERROR_OCSP_TRY_SERVER_LATER", "SEC_ERROR_OCSP_SERVER_ERROR"],
  ],
  [
    "nss-record-too-long",
    "the first bytes of the answer were not TLS",
    ["SSL_ERROR_RX_RECORD_TOO_LONG", "SSL_ERROR_RX_UNEXPECTED_RECORD_TYPE", "SSL_ERROR_RX_UNKNOWN_RECORD_TYPE"],
  ],
  ["nss-no-overlap", "no cipher suite in common, or the server said only that", ["SSL_ERROR_NO_CYPHER_OVERLAP"]],
  [
    "nss-not-connected",
    "there is no connection, for a reason that is not printed",
    ["neterror?e=connectionFailure", "can't establish a connection to the server"],
  ],
  [
    "nss-no-reason",
    "the server's certificate or its signature is bad, for a reason that is not shown",
    ["certerror?e=nssBadCert"],
    0,
  ],
  ["nss-version", "no protocol version in common", ["SSL_ERROR_UNSUPPORTED_VERSION"]],
  [
    "nss-client-certificate",
    "the server refuses the client certificate",
    ["SSL_ERROR_BAD_CLIENT", "SEC_ERROR_USER_CANCELLED"],
  ],
]);
