import { type MessageClass, messageClasses } from "./message-class.ts";

/** rustls and webpki: reqwest, cargo, uv, deno. @see https://docs.rs/rustls/latest/rustls/enum.CertificateError.html */
export const rustlsMessages: readonly MessageClass[] = messageClasses([
  ["rustls-invalid", "verification failed", ["invalid peer certificate"], 0],
  ["rustls-unknown-issuer", "no way leads from the certificate to a trusted root", ["UnknownIssuer"]],
  [
    "rustls-expired",
    "a certificate has expired",
    ["certificate expired: verification time", "invalid peer certificate: Expired", "CertExpired"],
  ],
  ["rustls-not-yet-valid", "a certificate is not yet valid", ["certificate not valid yet", "NotValidYet"]],
  ["rustls-name-mismatch", "the certificate is for other names", ["certificate not valid for name", "NotValidForName"]],
  [
    "rustls-purpose",
    "the extended key usage lacks the purpose",
    ["certificate does not allow extended key usage", "InvalidPurpose", "RequiredEkuNotFound"],
  ],
  ["rustls-signature", "a signature does not verify", ["BadSignature", "InvalidSignatureForPublicKey"]],
  ["rustls-revoked", "the certificate is revoked", ["invalid peer certificate: Revoked", "CertRevoked"]],
  [
    "rustls-revocation-unknown",
    "whether it is revoked could not be learnt",
    ["UnknownRevocationStatus", "ExpiredRevocationList"],
  ],
  [
    "rustls-critical-extension",
    "a critical extension that nobody knows",
    ["UnhandledCriticalExtension", "UnsupportedCriticalExtension"],
  ],
  [
    "rustls-algorithm",
    "a signature algorithm that is not supported",
    [
      "UnsupportedSignatureAlgorithm",
      "UnsupportedSignatureAlgorithmContext",
      "UnsupportedSignatureAlgorithmForPublicKey",
      "UnsupportedSignatureAlgorithmForPublicKeyContext",
    ],
  ],
  ["rustls-ca-as-leaf", "a CA certificate stands where the server's own should", ["CaUsedAsEndEntity"]],
  ["rustls-leaf-as-ca", "a certificate of the chain is no CA", ["EndEntityUsedAsCa"]],
  ["rustls-name-constraint", "a CA may not certify this name", ["NameConstraintViolation"]],
  ["rustls-path-length", "too many CAs below a limit", ["PathLenConstraintViolated", "MaximumPathDepthExceeded"]],
  ["rustls-version", "a version 1 certificate", ["UnsupportedCertVersion"]],
  [
    "rustls-unreadable",
    "the certificate cannot be read",
    ["invalid peer certificate: BadEncoding", "BadDer", "MalformedExtensions", "InvalidSerialNumber"],
  ],
  [
    "rustls-not-tls",
    "the first bytes of the answer were not TLS",
    ["received corrupt message of type InvalidContentType", "InvalidContentType"],
  ],
  [
    "rustls-incompatible",
    "nothing in common",
    ["peer is incompatible", "NoCipherSuitesInCommon", "NoKxGroupsInCommon", "ServerDoesNotSupportTls12Or13"],
  ],
  [
    "rustls-key-mismatch",
    "the private key does not belong to the certificate",
    ["KeyMismatch", "keys may not be consistent"],
  ],
]);
