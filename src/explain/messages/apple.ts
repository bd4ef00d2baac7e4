import { type MessageClass, messageClasses } from "./message-class.ts";

/** macOS and iOS: SecTrust and Secure Transport statuses, and what URLSession says. @see SecBase.h, SecureTransport.h */
export const appleMessages: readonly MessageClass[] = messageClasses([
  [
    "apple-not-trusted",
    "no way leads from the certificate to a trusted root",
    [
      "-67843",
      "errSecNotTrusted",
      "-9807",
      "errSSLXCertChainInvalid",
      "-9812",
      "errSSLUnknownRootCert",
      "-9813",
      "errSSLNoRootCert",
      "-25318",
      "NSURLErrorServerCertificateHasUnknownRoot",
      "-1203",
      "certificate is not trusted",
      "NSURLErrorServerCertificateUntrusted",
      "-1202",
      "CSSMERR_TP_NOT_TRUSTED",
    ],
  ],
  [
    "apple-expired",
    "a certificate has expired",
    [
      "-67818",
      "errSecCertificateExpired",
      "-9814",
      "errSSLCertExpired",
      "NSURLErrorServerCertificateHasBadDate",
      "-1201",
      "CSSMERR_TP_CERT_EXPIRED",
    ],
  ],
  [
    "apple-not-yet-valid",
    "a certificate is not yet valid",
    [
      "-67819",
      "errSecCertificateNotValidYet",
      "-9815",
      "errSSLCertNotYetValid",
      "NSURLErrorServerCertificateNotYetValid",
      "-1204",
    ],
  ],
  [
    "apple-name-mismatch",
    "the certificate is for other names",
    ["-67602", "errSecHostNameMismatch", "-9843", "errSSLHostNameMismatch"],
  ],
  ["apple-revoked", "the certificate is revoked", ["-67820", "errSecCertificateRevoked"]],
  [
    "apple-revocation-unknown",
    "whether it is revoked could not be learnt",
    ["-67635", "errSecIncompleteCertRevocationCheck"],
  ],
  [
    "apple-handshake",
    "the peer ended the handshake",
    ["-9824", "errSSLPeerHandshakeFail", "-9836", "errSSLPeerProtocolVersion", "-9806", "errSSLClosedAbort"],
  ],
  [
    "apple-tls-failed",
    "TLS failed, no more is said",
    [
      "-9802",
      "errSSLFatalAlert",
      "NSURLErrorSecureConnectionFailed",
      "-1200",
      "An SSL error has occurred and a secure connection to the server cannot be made",
    ],
    0,
  ],
  [
    "apple-client-certificate",
    "a client certificate is wanted or was refused",
    ["NSURLErrorClientCertificateRequired", "-1206", "NSURLErrorClientCertificateRejected", "-1205"],
  ],
]);
