import { type MessageClass, messageClasses } from "./message-class.ts";

/** .NET: the policy errors of SslStream and the statuses of X509Chain. @see https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509chainstatusflags */
export const dotnetMessages: readonly MessageClass[] = messageClasses([
  [
    "dotnet-invalid",
    "verification failed",
    [
      "The remote certificate is invalid",
      "The SSL connection could not be established",
      "Could not establish trust relationship for the SSL/TLS secure channel",
      "RemoteCertificateChainErrors",
    ],
    0,
  ],
  ["dotnet-partial-chain", "no way leads from the certificate to a root", ["PartialChain"]],
  ["dotnet-untrusted-root", "the chain ends in a root that is not trusted", ["UntrustedRoot"]],
  ["dotnet-time", "a certificate is outside its period", ["NotTimeValid", "NotTimeNested"]],
  ["dotnet-signature", "a signature does not verify", ["NotSignatureValid"]],
  ["dotnet-revoked", "a certificate is revoked", [["certificate chain", "Revoked"], "X509ChainStatusFlags.Revoked"]],
  [
    "dotnet-revocation-unknown",
    "whether it is revoked could not be learnt",
    ["RevocationStatusUnknown", "OfflineRevocation"],
  ],
  ["dotnet-purpose", "the extended key usage lacks the purpose", ["NotValidForUsage"]],
  ["dotnet-weak-signature", "a signature with MD5 or SHA-1", ["HasWeakSignature"]],
  ["dotnet-not-a-ca", "a certificate of the chain is no CA", ["InvalidBasicConstraints"]],
  [
    "dotnet-name-constraint",
    "a CA may not certify this name",
    [
      "HasExcludedNameConstraint",
      "HasNotPermittedNameConstraint",
      "InvalidNameConstraints",
      "HasNotDefinedNameConstraint",
    ],
  ],
  ["dotnet-name-constraint-type", "a name constraint that cannot be checked", ["HasNotSupportedNameConstraint"]],
  [
    "dotnet-critical-extension",
    "a critical extension that nobody knows",
    ["HasNotSupportedCriticalExtension", "InvalidExtension"],
  ],
  ["dotnet-policy", "no certificate policy reaches the leaf", ["InvalidPolicyConstraints", "NoIssuanceChainPolicy"]],
  ["dotnet-cyclic", "the CAs issue each other in a circle", [["X509Chain", "Cyclic"]]],
  ["dotnet-name-mismatch", "the certificate is for other names", ["RemoteCertificateNameMismatch"]],
  ["dotnet-no-certificate", "the peer sent no certificate", ["RemoteCertificateNotAvailable"]],
  [
    "dotnet-not-tls",
    "the first bytes of the answer were not TLS",
    [
      "Cannot determine the frame size or a corrupted frame was received",
      "handshake failed due to an unexpected packet format",
    ],
  ],
]);
