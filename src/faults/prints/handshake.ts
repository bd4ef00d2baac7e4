import { acceptedBy, forOpenSsl, type Prints, viaAlert } from "./prints.ts";

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

/** The network's own messages are nearly alike everywhere. */
export const nameUnknown: Prints = { ...forAll("net-dns-unknown"), perl: ["perl-not-connected"] };

/** Many take a silent name server for one that knows no such name. */
export const nameServerSilent: Prints = {
  ...forAll("net-dns-temporary"),
  curl: ["net-dns-unknown"],
  perl: ["perl-not-connected"],
  go: ["net-unreachable", "net-dns-temporary"],
  java: ["net-dns-unknown"],
  wget: ["net-dns-temporary", "net-dns-unknown"],
  git: ["net-dns-unknown"],
  chromium: ["net-dns-unknown"],
  firefox: ["net-dns-unknown"],
};

/** libcurl and Firefox say of a connection only that there is none. */
const withoutReason: Prints = {
  curl: ["curl-not-connected"],
  git: ["curl-not-connected"],
  firefox: ["nss-not-connected"],
};

export const refused: Prints = { ...forAll("net-refused"), ...withoutReason };
export const unreachable: Prints = { ...forAll("net-unreachable"), ...withoutReason };
export const connectTimeout: Prints = {
  ...forAll("net-timeout"),
  python: ["net-timed-out"],
  "python-3.13": ["net-timed-out"],
  node: ["net-hang", "net-timeout"],
  ruby: ["net-hang"],
  others: ["net-timed-out", "nss-not-connected"],
};

/** The first bytes of the answer are no TLS record. */
export const notTls: Prints = {
  ...forAll("openssl-wrong-version-number"),
  go: ["go-not-tls"],
  java: ["java-not-tls"],
  gnutls: ["gnutls-unexpected-packet"],
  wget: ["gnutls-unexpected-packet"],
  git: ["gnutls-unexpected-packet"],
  chromium: ["chromium-protocol-error"],
  firefox: ["nss-record-too-long"],
  rustls: ["rustls-not-tls"],
  dotnet: ["dotnet-not-tls"],
  schannel: ["windows-not-tls"],
  apple: ["apple-tls-failed"],
  others: ["go-http-answer", "postgres-no-tls", "openssl-wrong-version-number"],
};

export const closed: Prints = {
  ...forAll("net-closed"),
  ...forOpenSsl("openssl-unexpected-eof"),
  curl: ["openssl-syscall"],
  node: ["net-closed"],
  npm: ["net-closed"],
  php: ["php-no-connection"],
  go: ["net-eof"],
  apple: ["apple-handshake", "apple-tls-failed"],
  others: ["openssl-syscall", "openssl-zero-return", "openssl-unexpected-eof", "net-eof", "net-reset"],
};

export const reset: Prints = forAll("net-reset");

export const silence: Prints = {
  ...forAll("net-hang"),
  curl: ["net-timeout", "net-hang"],
  php: ["net-timed-out"],
  gnutls: ["net-closed"],
  wget: ["wget-no-connection"],
  others: ["net-timed-out", "node-handshake-timeout"],
};

/** Version, cipher suite, group or signature algorithm: browsers do not say which. */
export const handshakeFailure: Prints = {
  ...viaAlert(40),
  chromium: ["chromium-version-or-cipher"],
  firefox: ["nss-no-overlap"],
  dotnet: ["windows-illegal-message", "alert-40"],
  schannel: ["windows-illegal-message", "windows-algorithm-mismatch", "windows-no-channel"],
  apple: ["apple-handshake", "apple-tls-failed"],
  server: ["openssl-no-shared-cipher", "go-no-shared-cipher", "java-no-shared-cipher", "gnutls-no-shared-parameters"],
  others: ["alert-40", "curl-handshake-failed", "go-no-signature-algorithm"],
};

/** The server knows no version that the client allows, or the client refuses the one that it takes. */
export const versionRefused: Prints = {
  ...viaAlert(70),
  chromium: ["chromium-version-or-cipher"],
  dotnet: ["windows-illegal-message", "alert-70"],
  schannel: ["windows-illegal-message", "windows-algorithm-mismatch", "windows-no-channel"],
  apple: ["apple-handshake"],
  server: ["openssl-unsupported-protocol", "go-version"],
  others: ["nss-version", "go-version", "java-version"],
};

/**
 * A server that stops at an old version. Programs that offer it see that it is signed with SHA-1; those that do not get an alert; GnuTLS
 * takes it.
 */
export const oldVersion: Prints = {
  ...versionRefused,
  ...forOpenSsl("openssl-legacy-sigalg"),
  python: ["alert-70"],
  "python-3.13": ["alert-70"],
  requests: ["alert-70"],
  pip: ["alert-70"],
  node: ["alert-70"],
  npm: ["alert-70"],
  ...acceptedBy("gnutls", "wget", "git"),
  rustls: ["alert-70", "rustls-incompatible"],
  others: ["openssl-unsupported-protocol", "gnutls-version", "go-version", "java-version", "nss-version"],
};

/** Diffie-Hellman groups that are too small are refused by the client. */
export const smallGroups: Prints = {
  server: ["openssl-no-shared-group", "openssl-no-signature-algorithm", "go-no-shared-group"],
  others: [
    ...["openssl-small-dh-key", "openssl-no-shared-group", "node-dh-too-small"],
    ...["gnutls-prime-too-small", "go-no-shared-group"],
  ],
};

/** The server ends the handshake over the client's certificate; in TLS 1.3 the client may only notice when it reads or writes. */
export function clientRefused(...alerts: readonly number[]): Prints {
  const messages = [...alerts.map((number) => `alert-${number}`), "net-reset", "net-broken-pipe"];
  return {
    ...forAll(...messages),
    chromium: ["chromium-client-certificate", "net-broken-pipe"],
    firefox: [...messages, "nss-client-certificate", "nss-no-overlap"],
    schannel: ["windows-client-certificate", "windows-illegal-message"],
    apple: ["apple-client-certificate"],
    others: ["gnutls-certificate-required", "net-closed", "alert-42", "alert-46"],
  };
}

/** What a server logs that got no certificate. */
export const noClientCertificate: readonly string[] = [
  "openssl-no-client-certificate",
  "go-no-client-certificate",
  "java-no-client-certificate",
];

/** These send no certificate at all when the server lists other CAs than its issuer (RFC 5246 section 7.4.4). */
export const noneOfOtherCas: Prints = { go: ["alert-40"], java: ["alert-40"], wget: ["alert-40"] };

/** The signature of the handshake does not fit the certificate; programs that hold both say so when they load the two. */
export const pairRefused: Prints = {
  ...forOpenSsl("openssl-bad-signature"),
  go: ["go-bad-signature"],
  java: ["java-bad-signature"],
  gnutls: ["gnutls-bad-signature"],
  wget: ["gnutls-bad-signature"],
  git: ["gnutls-bad-signature"],
  chromium: ["chromium-protocol-error"],
  firefox: ["nss-no-reason"],
  rustls: ["rustls-key-mismatch", "alert-51"],
  server: ["openssl-key-mismatch", "go-key-mismatch"],
  others: [
    ...["alert-51", "openssl-key-mismatch", "curl-client-certificate", "go-key-mismatch"],
    "chromium-decrypt-error",
  ],
};
