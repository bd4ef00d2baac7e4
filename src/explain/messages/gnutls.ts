import { type MessageClass, messageClasses } from "./message-class.ts";

/** GnuTLS: the sentences of `gnutls_certificate_verification_status_print`, and its errors. wget and git on Debian speak through it. */
export const gnutlsMessages: readonly MessageClass[] = messageClasses([
  [
    "gnutls-not-trusted",
    "verification failed",
    ["The certificate is NOT trusted", "PKI verification of server certificate failed"],
    0,
  ],
  [
    "gnutls-verification-failed",
    "verification failed, for a reason that is not printed",
    ["Error in the certificate verification", "Error in the certificate"],
    0,
  ],
  ["gnutls-expired", "a certificate has expired", ["certificate chain uses expired certificate"]],
  ["gnutls-not-yet-valid", "a certificate is not yet valid", ["certificate chain uses not yet valid certificate"]],
  [
    "gnutls-unknown-issuer",
    "no way leads from the certificate to a trusted root",
    ["The certificate issuer is unknown"],
  ],
  ["gnutls-not-a-ca", "a certificate of the chain is no CA", ["The certificate issuer is not a CA"]],
  [
    "gnutls-name-mismatch",
    "the certificate is for other names",
    ["name in the certificate does not match the expected"],
  ],
  [
    "gnutls-purpose",
    "the extended key usage lacks the purpose",
    ["certificate chain does not match the intended purpose"],
  ],
  [
    "gnutls-signer-constraints",
    "a CA's limits are broken: names, path length or key usage",
    ["certificate chain violates the signer's constraints"],
  ],
  [
    "gnutls-critical-extension",
    "a critical extension that nobody knows",
    ["certificate contains an unknown critical extension"],
  ],
  ["gnutls-signature", "a signature does not verify", ["signature in the certificate is invalid"]],
  ["gnutls-insecure-algorithm", "MD5, SHA-1 or a short key", ["certificate chain uses insecure algorithm"]],
  [
    "gnutls-no-staple",
    "the certificate promises a stapled OCSP response and none came",
    ["requires the server to include an OCSP status"],
  ],
  [
    "gnutls-ocsp-invalid",
    "the stapled OCSP response cannot be trusted",
    ["The received OCSP status response is invalid"],
  ],
  ["gnutls-duplicate-extension", "an extension stands twice", ["Duplicate extension in X.509 certificate"]],
  [
    "gnutls-bad-signature",
    "the server signed the handshake with another key than its certificate's",
    ["Public key signature verification has failed"],
  ],
  ["gnutls-revoked", "a certificate is revoked", ["certificate chain is revoked"]],
  [
    "gnutls-revocation-old",
    "the CRL is out of date",
    ["revocation or OCSP data are old", "revocation data are old and have been superseded"],
  ],
  [
    "gnutls-revocation-future",
    "the CRL is from the future",
    ["revocation or OCSP data are issued with a future date", "revocation data are issued with a future date"],
  ],
  ["gnutls-owner", "the certificate is another one than the one noted before", ["certificate owner is unexpected"]],
  [
    "gnutls-unexpected-packet",
    "the first bytes of the answer were not TLS",
    ["An unexpected TLS packet was received", "Received record packet of unknown type"],
  ],
  [
    "gnutls-version",
    "the peer speaks only versions that are switched off here",
    ["packet with illegal or unsupported version was received"],
  ],
  [
    "gnutls-alert",
    "an alert of the peer",
    ["A TLS fatal alert has been received", "A TLS warning alert has been received"],
    0,
  ],
  [
    "gnutls-no-shared-parameters",
    "no cipher suite, group or signature algorithm in common",
    [
      "No supported cipher suites have been found",
      "Could not negotiate a supported cipher suite",
      "No common application protocol could be negotiated",
    ],
  ],
  [
    "gnutls-prime-too-small",
    "the server's Diffie-Hellman group is too small",
    ["Diffie-Hellman prime sent by the server is not acceptable"],
  ],
  ["gnutls-certificate-required", "the server wants a client certificate", ["Certificate is required"]],
  [
    "gnutls-key-usage",
    "the key usage forbids what the handshake needs",
    ["Key usage violation in certificate has been detected"],
  ],
]);
