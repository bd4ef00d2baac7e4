import { type Prints, viaGnutls, viaOpenSsl } from "./prints.ts";

/** No way leads to a trusted root. */
export const issuerNotFound: Prints = {
  ...viaOpenSsl("openssl-20"),
  ...viaGnutls("gnutls-unknown-issuer", "wget-unknown-issuer"),
  curl: ["openssl-20", "curl-verify-failed"],
  gnutls: ["gnutls-unknown-issuer", "gnutls-not-trusted", "gnutls-verification-failed"],
  go: ["go-unknown-authority"],
  java: ["java-no-path", "java-path-building"],
  chromium: ["chromium-authority-invalid"],
  firefox: ["nss-unknown-issuer"],
  rustls: ["rustls-unknown-issuer", "rustls-invalid"],
  dotnet: ["dotnet-partial-chain", "dotnet-untrusted-root", "dotnet-invalid"],
  schannel: ["windows-chaining", "windows-untrusted-root", "windows-unknown"],
  apple: ["apple-not-trusted"],
  server: ["alert-48", "alert-46", "alert-42"],
};

/** A certificate has expired. */
export const expired: Prints = {
  ...viaOpenSsl("openssl-10"),
  ...viaGnutls("gnutls-expired", "wget-expired"),
  go: ["go-expired", "go-period"],
  java: ["java-expired", "java-validity"],
  chromium: ["chromium-date-invalid"],
  firefox: ["nss-expired"],
  rustls: ["rustls-expired"],
  dotnet: ["dotnet-time"],
  schannel: ["windows-expired"],
  apple: ["apple-expired"],
  server: ["alert-45", "alert-46", "alert-42"],
};

/** A certificate is not yet valid. */
export const notYetValid: Prints = {
  ...viaOpenSsl("openssl-9"),
  ...viaGnutls("gnutls-not-yet-valid", "wget-not-yet-valid"),
  go: ["go-not-yet-valid", "go-period"],
  java: ["java-not-yet-valid", "java-validity"],
  chromium: ["chromium-date-invalid"],
  firefox: ["nss-not-yet-valid"],
  rustls: ["rustls-not-yet-valid"],
  dotnet: ["dotnet-time"],
  schannel: ["windows-expired"],
  apple: ["apple-not-yet-valid"],
  server: ["alert-45", "alert-42"],
};

/** The certificate is for other names than the host's. */
export const nameMismatch: Prints = {
  ...viaOpenSsl("openssl-62"),
  openssl: ["openssl-62", "postgres-name-mismatch"],
  curl: ["curl-name-mismatch"],
  python: ["openssl-62", "python-name-mismatch"],
  node: ["node-host-not-in-names", "node-name-mismatch", "node-common-name", "node-no-names"],
  npm: ["node-host-not-in-names", "node-name-mismatch"],
  php: ["php-name-mismatch", "openssl-verify-failed"],
  perl: ["perl-name-mismatch"],
  gnutls: ["gnutls-name-mismatch"],
  wget: ["wget-name-mismatch"],
  git: ["curl-name-mismatch", "git-verification-failed"],
  go: ["go-name-mismatch"],
  java: ["java-name-mismatch"],
  chromium: ["chromium-name-invalid"],
  firefox: ["nss-name-mismatch"],
  rustls: ["rustls-name-mismatch"],
  dotnet: ["dotnet-name-mismatch"],
  schannel: ["windows-name-mismatch"],
  apple: ["apple-name-mismatch"],
  server: ["alert-46", "alert-42"],
};

/** The certificate lists no such address. */
export const addressMismatch: Prints = {
  ...nameMismatch,
  ...viaOpenSsl("openssl-64"),
  curl: ["curl-name-mismatch"],
  node: ["node-address-not-in-names", "node-name-mismatch"],
  npm: ["node-address-not-in-names", "node-name-mismatch"],
  php: ["php-name-mismatch", "openssl-verify-failed"],
  perl: ["perl-name-mismatch"],
  go: ["go-no-address"],
  java: ["java-no-address"],
};

/** The extended key usage lacks the purpose. */
export const wrongPurpose: Prints = {
  ...viaOpenSsl("openssl-26"),
  gnutls: ["gnutls-purpose"],
  go: ["go-key-usage"],
  java: ["java-extended-key-usage"],
  chromium: ["chromium-invalid"],
  firefox: ["nss-purpose"],
  rustls: ["rustls-purpose"],
  dotnet: ["dotnet-purpose"],
  schannel: ["windows-usage"],
  server: ["alert-43", "alert-42"],
};

/** A certificate signed others and may not. */
export const notACa: Prints = {
  ...viaOpenSsl("openssl-79"),
  ...viaGnutls("gnutls-not-a-ca", "wget-unknown-issuer"),
  go: ["go-cannot-sign", "go-not-a-ca", "go-unknown-authority"],
  java: ["java-not-a-ca", "java-no-cert-sign"],
  chromium: ["chromium-invalid"],
  firefox: ["nss-not-a-ca", "nss-key-usage"],
  rustls: ["rustls-leaf-as-ca"],
  dotnet: ["dotnet-not-a-ca"],
  schannel: ["windows-not-a-ca"],
  server: ["alert-48", "alert-42"],
};

/** A CA's limits on those below it are broken. */
export const nameConstraint: Prints = {
  ...viaGnutls("gnutls-signer-constraints"),
  java: ["java-name-constraint"],
  chromium: ["chromium-invalid", "chromium-name-constraint"],
  firefox: ["nss-name-constraint"],
  rustls: ["rustls-name-constraint"],
  dotnet: ["dotnet-name-constraint"],
  schannel: ["windows-name-constraint"],
  server: ["alert-42", "alert-46"],
};

/** A signature does not verify. What goes wrong in OpenSSL's decoder is on its error queue, and curl, PHP and Perl print that. */
export const badSignature: Prints = {
  ...viaOpenSsl("openssl-7", "openssl-4"),
  curl: ["openssl-evp-lib", "openssl-7"],
  php: ["openssl-evp-lib", "openssl-verify-failed"],
  perl: ["openssl-evp-lib", "openssl-verify-failed"],
  ...viaGnutls("gnutls-signature"),
  go: ["go-candidate-signature", "go-unknown-authority"],
  java: ["java-signature"],
  chromium: ["chromium-authority-invalid"],
  firefox: ["nss-signature"],
  rustls: ["rustls-signature"],
  dotnet: ["dotnet-signature"],
  schannel: ["windows-signature"],
  server: ["alert-51", "alert-42"],
};

/** A critical extension that nobody knows. */
export const criticalExtension: Prints = {
  ...viaOpenSsl("openssl-34"),
  ...viaGnutls("gnutls-critical-extension"),
  go: ["go-critical-extension"],
  java: ["java-critical-extension"],
  chromium: ["chromium-invalid"],
  firefox: ["nss-critical-extension"],
  rustls: ["rustls-critical-extension"],
  dotnet: ["dotnet-critical-extension"],
  schannel: ["windows-critical-extension"],
  server: ["alert-42", "alert-43"],
};

/** A signature made with a digest of the past. */
export const weakDigest: Prints = {
  ...viaOpenSsl("openssl-68"),
  ...viaGnutls("gnutls-insecure-algorithm", "wget-insecure-algorithm"),
  go: ["go-insecure-algorithm", "go-unknown-authority"],
  java: ["java-disabled-algorithm"],
  chromium: ["chromium-weak-signature", "chromium-invalid"],
  firefox: ["nss-weak-algorithm"],
  rustls: ["rustls-algorithm"],
  dotnet: ["dotnet-weak-signature"],
  server: ["alert-42"],
};

/** Octets that cannot be read. */
export const unreadable: Prints = {
  go: ["go-malformed"],
  java: ["java-unreadable"],
  chromium: ["chromium-bad-format", "chromium-invalid"],
  firefox: ["nss-unreadable"],
  rustls: ["rustls-unreadable"],
  server: ["alert-50", "alert-42"],
};

/** The CA has withdrawn the certificate. */
export const revoked: Prints = {
  ...viaOpenSsl("openssl-23"),
  ...viaGnutls("gnutls-revoked", "wget-revoked"),
  java: ["java-revoked"],
  chromium: ["chromium-revoked"],
  firefox: ["nss-revoked"],
  rustls: ["rustls-revoked"],
  dotnet: ["dotnet-revoked"],
  schannel: ["windows-revoked"],
  apple: ["apple-revoked"],
  server: ["alert-44"],
};

/** Whether the certificate is revoked cannot be learnt from the CRL at hand. */
export function unusableCrl(...numbers: readonly number[]): Prints {
  return {
    ...viaOpenSsl(...numbers.map((number) => `openssl-${number}`)),
    java: ["java-revocation-unknown"],
    rustls: ["rustls-revocation-unknown"],
    dotnet: ["dotnet-revocation-unknown"],
    schannel: ["windows-revocation-offline"],
    apple: ["apple-revocation-unknown"],
  };
}
