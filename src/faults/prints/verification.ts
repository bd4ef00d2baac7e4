import { type Prints, viaGnutls, viaOpenSsl } from "./prints.ts";

/** No way leads to a trusted root. */
export const issuerNotFound: Prints = {
  ...viaOpenSsl("openssl-20"),
  ...viaGnutls("gnutls-unknown-issuer", "wget-unknown-issuer"),
  go: ["go-unknown-authority"],
  java: ["java-no-path"],
  chromium: ["chromium-authority-invalid"],
  firefox: ["nss-unknown-issuer"],
  rustls: ["rustls-unknown-issuer", "rustls-invalid"],
  dotnet: ["dotnet-partial-chain", "dotnet-untrusted-root", "dotnet-invalid"],
  schannel: ["windows-chaining", "windows-untrusted-root", "windows-unknown"],
  apple: ["apple-not-trusted"],
  server: ["alert-48", "alert-46", "alert-42"],
  others: ["curl-verify-failed", "java-path-building", "gnutls-not-trusted", "gnutls-verification-failed"],
};

/** A certificate has expired. */
export const expired: Prints = {
  ...viaOpenSsl("openssl-10"),
  ...viaGnutls("gnutls-expired", "wget-expired"),
  go: ["go-expired"],
  java: ["java-expired"],
  chromium: ["chromium-date-invalid"],
  firefox: ["nss-expired"],
  rustls: ["rustls-expired"],
  dotnet: ["dotnet-time"],
  schannel: ["windows-expired"],
  apple: ["apple-expired"],
  server: ["alert-45", "alert-46", "alert-42"],
  others: ["go-period", "java-validity"],
};

/** A certificate is not yet valid. */
export const notYetValid: Prints = {
  ...viaOpenSsl("openssl-9"),
  ...viaGnutls("gnutls-not-yet-valid", "wget-not-yet-valid"),
  go: ["go-not-yet-valid"],
  java: ["java-not-yet-valid"],
  chromium: ["chromium-date-invalid"],
  firefox: ["nss-not-yet-valid"],
  rustls: ["rustls-not-yet-valid"],
  dotnet: ["dotnet-time"],
  schannel: ["windows-expired"],
  apple: ["apple-not-yet-valid"],
  server: ["alert-45", "alert-42"],
  others: ["go-period", "java-validity"],
};

/** The certificate is for other names than the host's. pip brings a urllib3 that compares names itself. */
export const nameMismatch: Prints = {
  ...viaOpenSsl("openssl-62"),
  curl: ["curl-name-mismatch"],
  pip: ["python-name-mismatch", "openssl-20"],
  node: ["node-host-not-in-names"],
  npm: ["node-host-not-in-names"],
  php: ["php-name-mismatch"],
  perl: ["perl-name-mismatch"],
  gnutls: ["gnutls-name-mismatch"],
  wget: ["wget-name-mismatch"],
  git: ["curl-name-mismatch"],
  go: ["go-name-mismatch"],
  java: ["java-name-mismatch"],
  chromium: ["chromium-name-invalid"],
  firefox: ["nss-name-mismatch"],
  rustls: ["rustls-name-mismatch"],
  dotnet: ["dotnet-name-mismatch"],
  schannel: ["windows-name-mismatch"],
  apple: ["apple-name-mismatch"],
  server: ["alert-46", "alert-42"],
  others: ["node-name-mismatch", "python-name-mismatch", "ruby-name-mismatch", "postgres-name-mismatch"],
};

/** The certificate lists no such address. */
export const addressMismatch: Prints = {
  ...nameMismatch,
  ...viaOpenSsl("openssl-64"),
  curl: ["curl-name-mismatch"],
  pip: ["python-name-mismatch", "openssl-20"],
  node: ["node-address-not-in-names"],
  npm: ["node-address-not-in-names"],
  ruby: ["ruby-name-mismatch"],
  php: ["php-name-mismatch"],
  perl: ["perl-name-mismatch"],
  go: ["go-no-address"],
  java: ["java-no-address"],
};

/** The extended key usage lacks the purpose. wget and git do not look. */
export const wrongPurpose: Prints = {
  ...viaOpenSsl("openssl-26"),
  gnutls: ["gnutls-purpose"],
  wget: "accepts",
  git: "accepts",
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
  ...viaGnutls("gnutls-not-a-ca"),
  go: ["go-cannot-sign"],
  java: ["java-not-a-ca"],
  chromium: ["chromium-invalid"],
  firefox: ["nss-not-a-ca"],
  rustls: ["rustls-leaf-as-ca"],
  dotnet: ["dotnet-not-a-ca"],
  schannel: ["windows-not-a-ca"],
  server: ["alert-48", "alert-42"],
  others: ["go-not-a-ca", "wget-unknown-issuer"],
};

/** A CA's limits on those below it are broken. */
export const nameConstraint: Prints = {
  ...viaGnutls("gnutls-signer-constraints"),
  java: ["java-name-constraint"],
  chromium: ["chromium-invalid"],
  firefox: ["nss-name-constraint"],
  rustls: ["rustls-name-constraint"],
  dotnet: ["dotnet-name-constraint"],
  schannel: ["windows-name-constraint"],
  server: ["alert-42", "alert-46"],
  others: ["chromium-name-constraint", "go-name-constraint"],
};

/** A signature does not verify. What goes wrong in OpenSSL's decoder is on its error queue, and curl, PHP and Perl print that. */
export const badSignature: Prints = {
  ...viaOpenSsl("openssl-7"),
  curl: ["openssl-evp-lib"],
  php: ["openssl-evp-lib"],
  perl: ["openssl-evp-lib"],
  ...viaGnutls("gnutls-signature"),
  go: ["go-candidate-signature"],
  java: ["java-signature"],
  chromium: ["chromium-authority-invalid"],
  firefox: ["nss-signature"],
  rustls: ["rustls-signature"],
  dotnet: ["dotnet-signature"],
  schannel: ["windows-signature"],
  server: ["alert-51", "alert-42"],
  others: ["openssl-7", "openssl-4", "go-unknown-authority"],
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
  go: ["go-insecure-algorithm"],
  java: ["java-disabled-algorithm"],
  chromium: ["chromium-invalid"],
  firefox: ["nss-weak-algorithm"],
  rustls: ["rustls-algorithm"],
  dotnet: ["dotnet-weak-signature"],
  server: ["alert-42"],
  others: ["chromium-weak-signature", "java-disabled-algorithm"],
};

/** Octets that GnuTLS cannot read: it says no more, whatever program is over it. */
export const unreadableForGnutls: Prints = {
  gnutls: ["gnutls-verification-failed"],
  wget: ["gnutls-verification-failed"],
  git: ["gnutls-verification-failed"],
};

/** Octets that cannot be read. */
export const unreadable: Prints = {
  ...viaOpenSsl("openssl-unreadable"),
  php: ["openssl-unreadable"],
  perl: ["openssl-unreadable"],
  ...unreadableForGnutls,
  go: ["go-malformed"],
  java: ["java-unreadable"],
  chromium: ["chromium-protocol-error"],
  firefox: ["nss-unreadable"],
  rustls: ["rustls-unreadable"],
  server: ["alert-50", "alert-42"],
};

/**
 * An extension that cannot be read. OpenSSL then takes no issuer for the certificate's own; what curl, PHP and Perl print is from its error
 * queue, and Node ends before verification.
 */
export const extensionUnreadable: Prints = {
  ...unreadable,
  ...viaOpenSsl("openssl-20"),
  openssl: ["openssl-20", "openssl-unreadable"],
  curl: ["openssl-unreadable"],
  php: ["openssl-unreadable"],
  perl: ["openssl-unreadable"],
  node: ["openssl-not-for-signing", "openssl-21"],
  npm: ["openssl-not-for-signing", "openssl-21"],
  others: ["openssl-41"],
};
