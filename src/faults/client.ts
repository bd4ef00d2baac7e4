/**
 * Programs whose messages are known; `server`: what a server logs when its client refuses; `others`: what other programs over the same
 * libraries (libpq, Go on macOS) and other versions of them print.
 */
export interface ClientFacts {
  readonly title: string;
  /** Its messages were seen: Debian 12, November 2026. Of the others they are taken from sources and documentation. */
  readonly isMeasured: boolean;
}

/** The columns of the catalogue. */
export const clients = {
  openssl: { title: "OpenSSL 3.0", isMeasured: true },
  curl: { title: "curl 7.88 with OpenSSL", isMeasured: true },
  python: { title: "Python 3.11", isMeasured: true },
  "python-3.13": { title: "Python 3.13's default flags", isMeasured: true },
  requests: { title: "requests (urllib3)", isMeasured: true },
  pip: { title: "pip", isMeasured: true },
  node: { title: "Node.js 20", isMeasured: true },
  npm: { title: "npm", isMeasured: true },
  ruby: { title: "Ruby 3.1", isMeasured: true },
  php: { title: "PHP 8.2 streams", isMeasured: true },
  perl: { title: "Perl (IO::Socket::SSL)", isMeasured: true },
  go: { title: "Go 1.19", isMeasured: true },
  java: { title: "Java 17", isMeasured: true },
  gnutls: { title: "GnuTLS 3.7", isMeasured: true },
  wget: { title: "wget with GnuTLS", isMeasured: true },
  git: { title: "git with GnuTLS", isMeasured: true },
  chromium: { title: "Chromium 156", isMeasured: true },
  firefox: { title: "Firefox 153", isMeasured: true },
  rustls: { title: "rustls 0.23", isMeasured: false },
  dotnet: { title: ".NET 8", isMeasured: false },
  schannel: { title: "Windows (Schannel, WinHTTP)", isMeasured: false },
  apple: { title: "macOS, iOS", isMeasured: false },
  server: { title: "the server's log", isMeasured: false },
  others: { title: "other programs and versions", isMeasured: false },
} as const;
clients satisfies Record<string, ClientFacts>;

export type Client = keyof typeof clients;
