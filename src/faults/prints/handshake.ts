import { forOpenSsl, type Prints, viaAlert } from "./prints.ts";

const forAll = (...messages: readonly string[]): Prints => ({
  ...forOpenSsl(...messages),
  go: messages,
  java: messages,
  gnutls: messages,
  wget: messages,
  git: messages,
  chromium: messages,
  firefox: messages,
  rustls: messages,
  dotnet: messages,
  schannel: messages,
  apple: messages,
});

/** The network's own messages are alike everywhere. */
export const nameUnknown: Prints = forAll("net-dns-unknown");
export const nameServerSilent: Prints = forAll("net-dns-temporary");
export const refused: Prints = forAll("net-refused");
export const unreachable: Prints = forAll("net-unreachable");
export const connectTimeout: Prints = forAll("net-timeout", "net-timed-out");

/** The first bytes of the answer are no TLS record. */
export const notTls: Prints = {
  ...forAll("openssl-wrong-version-number"),
  openssl: ["openssl-wrong-version-number", "postgres-no-tls"],
  go: ["go-not-tls", "go-http-answer"],
  java: ["java-not-tls"],
  gnutls: ["gnutls-unexpected-packet"],
  wget: ["gnutls-unexpected-packet"],
  git: ["gnutls-unexpected-packet", "openssl-wrong-version-number"],
  chromium: ["chromium-protocol-error"],
  firefox: ["nss-record-too-long"],
  rustls: ["rustls-not-tls"],
  dotnet: ["dotnet-not-tls"],
  schannel: ["windows-not-tls"],
  apple: ["apple-tls-failed"],
  server: ["openssl-http-request", "go-http-answer"],
};

export const closed: Prints = {
  ...forAll("net-closed", "openssl-unexpected-eof", "openssl-syscall", "openssl-zero-return", "net-eof", "net-reset"),
  apple: ["apple-handshake", "apple-tls-failed"],
};

export const reset: Prints = forAll("net-reset");

export const silence: Prints = {
  ...forAll("net-hang", "net-timed-out", "node-handshake-timeout"),
  gnutls: ["net-closed", "net-hang", "net-timed-out"],
  wget: ["wget-no-connection"],
};

/** Version, cipher suite, group or signature algorithm: browsers do not say which. */
export const handshakeFailure: Prints = {
  ...viaAlert(40),
  curl: ["alert-40", "curl-handshake-failed"],
  go: ["alert-40", "go-no-signature-algorithm"],
  chromium: ["chromium-version-or-cipher"],
  firefox: ["nss-no-overlap", "alert-40"],
  dotnet: ["windows-illegal-message", "alert-40"],
  schannel: ["windows-illegal-message", "windows-algorithm-mismatch", "windows-no-channel"],
  apple: ["apple-handshake", "apple-tls-failed"],
  server: ["openssl-no-shared-cipher", "go-no-shared-cipher", "java-no-shared-cipher", "gnutls-no-shared-parameters"],
};

/** The server knows no version that the client allows, or the client refuses the one that it takes. */
export const versionRefused: Prints = {
  ...viaAlert(70),
  chromium: ["chromium-version-or-cipher"],
  firefox: ["alert-70", "nss-version"],
  dotnet: ["windows-illegal-message", "alert-70"],
  schannel: ["windows-illegal-message", "windows-algorithm-mismatch", "windows-no-channel"],
  apple: ["apple-handshake"],
  server: ["openssl-unsupported-protocol", "go-version"],
};

/** A server that stops at an old version: the client finds out by an alert, or when it sees what was chosen. */
export const oldVersion: Prints = {
  ...versionRefused,
  ...forOpenSsl("alert-70", "openssl-unsupported-protocol", "openssl-legacy-sigalg"),
  go: ["alert-70", "go-version"],
  java: ["alert-70", "java-version"],
  gnutls: ["alert-70", "gnutls-version"],
  wget: ["alert-70", "gnutls-version"],
  git: ["alert-70", "gnutls-version"],
  rustls: ["alert-70", "rustls-incompatible"],
};

/** Diffie-Hellman groups that are too small are refused by the client. */
export const smallGroups: Prints = {
  openssl: ["alert-40", "openssl-small-dh-key", "openssl-no-shared-group"],
  curl: ["alert-40", "openssl-small-dh-key"],
  python: ["alert-40", "openssl-small-dh-key"],
  node: ["alert-40", "openssl-small-dh-key", "node-dh-too-small"],
  gnutls: ["alert-40", "gnutls-prime-too-small"],
  go: ["alert-40", "go-no-shared-group"],
  server: ["openssl-no-shared-group", "openssl-no-signature-algorithm", "go-no-shared-group"],
};

/** The server ends the handshake over the client's certificate; in TLS 1.3 the client may only notice when it reads or writes. */
export function clientRefused(...alerts: readonly number[]): Prints {
  const messages = [...alerts.map((number) => `alert-${number}`), "net-reset", "net-broken-pipe"];
  return {
    ...forAll(...messages),
    gnutls: [...messages, "gnutls-certificate-required", "net-closed"],
    chromium: ["chromium-client-certificate", "net-broken-pipe", "chromium-protocol-error"],
    firefox: [...messages, "nss-client-certificate", "nss-no-overlap"],
    schannel: ["windows-client-certificate", "windows-illegal-message"],
    apple: ["apple-client-certificate"],
    server: ["openssl-no-client-certificate", "go-no-client-certificate", "java-no-client-certificate"],
  };
}

/** Where key and certificate are loaded, or where the peer checks the signature of the handshake. */
export const pairRefused: Prints = {
  ...forAll("openssl-key-mismatch", "alert-51"),
  curl: ["curl-client-certificate", "openssl-key-mismatch"],
  go: ["go-key-mismatch", "alert-51"],
  chromium: ["chromium-decrypt-error"],
  rustls: ["rustls-key-mismatch", "alert-51"],
  server: ["openssl-key-mismatch", "go-key-mismatch"],
};
