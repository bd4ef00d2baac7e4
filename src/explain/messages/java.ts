import { type MessageClass, messageClasses } from "./message-class.ts";

/** JSSE and CertPath. A paste mostly repeats the same reason through a chain of causes. */
export const javaMessages: readonly MessageClass[] = messageClasses([
  [
    "java-no-path",
    "no way leads from the certificate to a trusted root",
    [
      "unable to find valid certification path to requested target",
      "Path does not chain with any of the trust anchors",
      "No trusted certificate found",
      "unable to get local issuer certificate for",
    ],
  ],
  ["java-path-building", "path building failed", ["PKIX path building failed"], 0],
  ["java-path-validation", "path validation failed", ["PKIX path validation failed"], 0],
  [
    "java-expired",
    "a certificate has expired",
    ["CertificateExpiredException", ["validity check failed", "NotAfter"]],
    2,
  ],
  [
    "java-not-yet-valid",
    "a certificate is not yet valid",
    ["CertificateNotYetValidException", ["validity check failed", "NotBefore"]],
    2,
  ],
  ["java-validity", "a certificate is outside its period", ["validity check failed"]],
  [
    "java-signature",
    "a signature does not verify",
    ["signature check failed", "Signature does not match", "certificate does not verify with supplied key"],
  ],
  ["java-no-cert-sign", "a CA may not sign certificates", ["keyCertSign bit is not set", "CA key usage check failed"]],
  [
    "java-not-a-ca",
    "a certificate of the chain is no CA",
    [
      "basic constraints check failed",
      "this is not a CA certificate",
      "TrustAnchor with subject is not a CA certificate",
    ],
  ],
  [
    "java-path-length",
    "too many CAs below a limit",
    ["pathLenConstraint violated", "this certificate must be the last certificate in the certification path"],
    2,
  ],
  [
    "java-critical-extension",
    "a critical extension that nobody knows",
    [
      "unrecognized critical extension",
      "Certificate contains unsupported critical extensions",
      "unsupported critical extension",
    ],
  ],
  ["java-name-constraint", "a CA may not certify this name", ["name constraints check failed"]],
  [
    "java-key-usage",
    "the key usage forbids to sign handshakes",
    [
      "KeyUsage does not allow digital signatures",
      "KeyUsage does not allow key encipherment",
      "KeyUsage does not allow key agreement",
    ],
  ],
  [
    "java-extended-key-usage",
    "the extended key usage lacks the purpose",
    ["Extended key usage does not permit use for TLS", "ExtendedKeyUsage does not permit"],
  ],
  [
    "java-no-address",
    "the address is none of the names",
    ["No subject alternative names matching IP address", "No subject alternative names present"],
  ],
  [
    "java-name-mismatch",
    "the certificate is for other names",
    [
      "No subject alternative DNS name matching",
      "No name matching",
      "doesn't match any of the subject alternative names",
      "Certificate for doesn't match",
      "hostname not verified",
    ],
  ],
  [
    "java-unreadable",
    "a certificate cannot be read",
    ["Failed to parse server certificates", "CertificateParsingException"],
  ],
  [
    "java-san-not-critical",
    "the subject is empty and the subjectAltName not critical",
    ["SubjectAlternativeName extension MUST be marked critical when subject field is empty"],
    2,
  ],
  [
    "java-disabled-algorithm",
    "MD5, SHA-1 or a short key, which java.security disables",
    [
      "Algorithm constraints check failed",
      "Certificates do not conform to algorithm constraints",
      "disabled algorithm",
      "constraints check failed on disabled algorithm",
    ],
  ],
  ["java-revoked", "a certificate is revoked", ["Certificate has been revoked", "CertificateRevokedException"]],
  [
    "java-revocation-unknown",
    "whether it is revoked could not be learnt",
    ["Could not determine revocation status", "Unable to determine revocation status", "No CRLs found for issuer"],
  ],
  ["java-ocsp-unknown", "the responder does not know the certificate", ["Certificate's revocation status is unknown"]],
  [
    "java-ocsp-old",
    "the OCSP response is out of date",
    ["Response is unreliable: its validity interval is out-of-date"],
  ],
  ["java-ocsp-no-answer", "the responder gave no answer", ["OCSP response error"]],
  ["java-ocsp-signature", "the OCSP response is not signed rightly", ["Error verifying OCSP Response's signature"]],
  [
    "java-ocsp-signer",
    "the signer of the OCSP response may not answer for this CA",
    ["Responder's certificate not valid for signing OCSP responses"],
  ],
  [
    "java-ocsp-nobody",
    "no OCSP response came, and there is nobody to ask",
    ["Certificate does not specify OCSP responder"],
  ],
  ["java-policy", "no certificate policy reaches the leaf", ["non-null policy tree required"]],
  [
    "java-not-tls",
    "the first bytes of the answer were not TLS",
    ["Unsupported or unrecognized SSL message", "Unrecognized SSL message, plaintext connection?"],
  ],
  [
    "java-version",
    "the peer speaks only versions that are switched off here",
    [
      "is not accepted by client preferences",
      "No appropriate protocol (protocol is disabled or cipher suites are inappropriate)",
      "Server chose TLSv1, but that protocol version is not enabled",
    ],
  ],
  [
    "java-bad-signature",
    "the server signed the handshake with another key than its certificate's",
    ["ServerKeyExchange signature", "Invalid CertificateVerify signature"],
  ],
  [
    "java-message-too-long",
    "the certificates are longer than Java reads",
    ["exceeds the maximum allowed size", "The certificate chain length"],
  ],
  ["java-no-shared-cipher", "no cipher suite in common", ["no cipher suites in common"]],
  [
    "java-empty-trust-store",
    "the trust store is empty or was not found",
    ["the trustAnchors parameter must be non-empty"],
  ],
  [
    "java-no-client-certificate",
    "the client sent no certificate",
    ["Empty client certificate chain", "Empty server certificate chain", "null cert chain"],
  ],
  [
    "java-alpn",
    "no application protocol in common",
    ["No application protocol values in common", "no_application_protocol"],
  ],
]);
