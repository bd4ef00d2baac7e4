import { type MessageClass, messageClasses } from "./message-class.ts";

/** crypto/x509 and crypto/tls. Kubernetes, Docker, Terraform, Helm and Prometheus print these too. */
export const goMessages: readonly MessageClass[] = messageClasses([
  [
    "go-unknown-authority",
    "no way leads from the certificate to a trusted root",
    ["certificate signed by unknown authority", "x509: certificate is not trusted"],
  ],
  [
    "go-cannot-sign",
    "the issuer may not sign certificates",
    ["parent certificate cannot sign this kind of certificate"],
    2,
  ],
  ["go-insecure-algorithm", "a signature with MD5 or SHA-1", ["insecure algorithm"], 2],
  [
    "go-candidate-signature",
    "an issuer of that name exists, and its key did not sign",
    ["x509: ECDSA verification failure", "crypto/rsa: verification error"],
    2,
  ],
  ["go-too-many-signatures", "there are more certificates than Go tries", ["signature check attempts limit reached"]],
  [
    "go-bad-signature",
    "the server signed the handshake with another key than its certificate's",
    ["invalid signature by the server certificate"],
  ],
  ["go-expired", "the certificate has expired", [["certificate has expired or is not yet valid", "is after"]], 2],
  [
    "go-not-yet-valid",
    "the certificate is not yet valid",
    [["certificate has expired or is not yet valid", "is before"]],
    2,
  ],
  ["go-period", "the certificate is outside its period", ["certificate has expired or is not yet valid"]],
  [
    "go-name-mismatch",
    "the certificate is for other names",
    ["x509: certificate is valid for", "certificate is not valid for any names"],
  ],
  ["go-common-name", "the name stands in the common name alone", ["certificate relies on legacy Common Name field"]],
  [
    "go-no-address",
    "an address is asked for and the certificate lists none",
    ["doesn't contain any IP SANs", "x509: cannot validate certificate for"],
  ],
  ["go-key-usage", "the extended key usage lacks the purpose", ["certificate specifies an incompatible key usage"]],
  ["go-path-length", "too many CAs below a limit", ["too many intermediates for path length constraint"]],
  [
    "go-name-constraint",
    "a CA may not certify this name",
    ["is not authorized to sign for this name", "x509: a root or intermediate certificate is not authorized"],
  ],
  [
    "go-name-constraint-permitted",
    "the name is outside what the CA may certify",
    ["is not permitted by any constraint"],
    2,
  ],
  ["go-name-constraint-excluded", "the name is among what the CA may not certify", ["is excluded by constraint"], 2],
  [
    "go-constraint-unreadable",
    "a name or a constraint that cannot be read",
    [
      "failed to parse constraint",
      "unhandled name constraint",
      "has malformed name",
      "x509: issuer has name constraints but leaf",
    ],
  ],
  ["go-critical-extension", "a critical extension that nobody knows", ["unhandled critical extension"]],
  ["go-not-a-ca", "a certificate of the chain is no CA", ["certificate is not authorized to sign other certificates"]],
  [
    "go-issuer-mismatch",
    "issuer and subject names do not meet",
    ["issuer name does not match subject from issuing certificate"],
  ],
  [
    "go-not-compliant",
    "macOS finds the certificate unfit: over 825 days, no SAN or no EKU",
    ["certificate is not standards compliant"],
  ],
  [
    "go-malformed",
    "the certificate cannot be read",
    [
      "x509: malformed",
      "x509: invalid",
      "tls: failed to parse certificate",
      "asn1: structure error",
      "asn1: syntax error",
    ],
  ],
  ["go-negative-serial", "the serial number is negative", ["x509: negative serial number"], 2],
  ["go-duplicate-extension", "an extension stands twice", ["certificate contains duplicate extensions"], 2],
  [
    "go-no-signature-algorithm",
    "no signature algorithm fits both the peer and the key",
    [
      "peer doesn't support any of the certificate's signature algorithms",
      "client doesn't support selected certificate",
    ],
  ],
  ["go-not-tls", "the first bytes of the answer were not TLS", ["first record does not look like a TLS handshake"]],
  ["go-http-answer", "HTTP came where TLS was awaited", ["server gave HTTP response to HTTPS client"]],
  [
    "go-version",
    "the peer speaks only versions that are switched off here",
    [
      "server selected unsupported protocol version",
      "client offered only unsupported versions",
      "no supported versions satisfy MinVersion and MaxVersion",
    ],
  ],
  [
    "go-no-shared-cipher",
    "no cipher suite in common",
    ["no cipher suite supported by both client and server", "server chose an unconfigured cipher suite"],
  ],
  [
    "go-no-shared-group",
    "no group in common",
    [
      "no ECDHE curve supported by both client and server",
      "server selected unsupported group",
      "server selected unsupported curve",
    ],
  ],
  ["go-no-client-certificate", "the client sent no certificate", ["client didn't provide a certificate"]],
  [
    "go-key-mismatch",
    "the private key does not belong to the certificate",
    ["private key does not match public key", "private key type does not match public key type"],
  ],
  [
    "go-alpn",
    "no application protocol in common",
    ["client requested unsupported application protocols", "server selected unadvertised ALPN protocol"],
  ],
]);
