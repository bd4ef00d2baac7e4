export type AmbiguityId =
  | "issuer-not-found"
  | "self-signed"
  | "period"
  | "name"
  | "purpose"
  | "signature"
  | "strict"
  | "weak"
  | "encoding"
  | "revocation"
  | "surplus"
  | "unreachable"
  | "not-tls"
  | "broken-off"
  | "nothing-in-common"
  | "client-certificate";

/** Faults that print the same, and the one look that tells them apart. HOST:PORT is filled in where the message names it. */
export interface Ambiguity {
  readonly title: string;
  /** What to look at, and what each outcome means. */
  readonly look: string;
  readonly command: string;
  /** The other sets that the same look tells apart from this one: clients that are terse print the same for all of them. */
  readonly also?: readonly AmbiguityId[];
}

/** What a verdict over the chain that was sent tells apart. */
const chain: readonly AmbiguityId[] = [
  ...(["issuer-not-found", "self-signed", "period", "name", "purpose", "signature"] as const),
  ...(["strict", "weak", "encoding", "revocation", "surplus"] as const),
];

const judge = "rootcause verify HOST:PORT";

export const ambiguities: Readonly<Record<AmbiguityId, Ambiguity>> = {
  "issuer-not-found": {
    title: "No way to a trusted root",
    look: "Count the certificates sent: the leaf alone means the intermediate is missing; all linked up means that this program does not trust the root; linked by name only means another key (authorityKeyIdentifier).",
    command: judge,
    also: chain,
  },
  "self-signed": {
    title: "A self-signed certificate",
    look: "Call once with the server's name and once without: another certificate means the default site answered. A root unknown to you that signs unrelated hosts too is a proxy.",
    command: "rootcause inspect HOST:PORT",
  },
  period: {
    title: "Outside the period of validity",
    look: "See which certificate is outside its period, and compare this machine's clock with the Date header of any web server.",
    command: judge,
    also: chain,
  },
  name: {
    title: "The name does not match",
    look: "Read the verdict and the subjectAltNames: whether the name is missing, stands only in the common name, is an address among DNS names, a wildcard that does not reach, or forbidden by a CA.",
    command: judge,
    also: chain,
  },
  purpose: {
    title: "Purpose, CA rights and limits",
    look: "Read keyUsage, extendedKeyUsage and basicConstraints of each certificate; the verdict names the one that forbids it.",
    command: judge,
    also: chain,
  },
  signature: {
    title: "A signature does not verify",
    look: "Compare the intermediate that is sent with the one that the CA publishes: the same name with another key means a CA that was made again; the same key means changed octets.",
    command: judge,
    also: chain,
  },
  strict: {
    title: "Shapes that strict clients refuse",
    look: "The verdict by Python's rules names the certificate and the extension.",
    command: `${judge} --rules python-3.13`,
    also: chain,
  },
  weak: {
    title: "Too weak for this client",
    look: "See key size and digest of each certificate; Debian, Ubuntu and RHEL ask for 112 bits (security level 2).",
    command: judge,
    also: chain,
  },
  encoding: {
    title: "The certificate cannot be read",
    look: "The verdict names the certificate and the rule that it breaks; a walk over its octets shows the place, with its offset.",
    command:
      "openssl s_client -connect HOST:PORT -servername HOST -showcerts </dev/null >sent.pem; rootcause verify sent.pem --name HOST; rootcause inspect --asn1 sent.pem",
    also: chain,
  },
  revocation: {
    title: "Revocation",
    look: "Judge the server with what its certificates name, or with the CRL at hand (--crl): the verdict says whether it revokes, is stale or is not meant for this certificate.",
    command: `${judge} --revocation require`,
    also: ["period", "signature"],
  },
  surplus: {
    title: "Order and surplus of what is sent",
    look: "Hardly a client minds; the list of what is sent shows it.",
    command: judge,
    also: chain,
  },
  unreachable: {
    title: "No connection",
    look: "Resolve the name, then open the port: a name that does not resolve is DNS, a refusal is a port without a server, silence is a filter.",
    command: "getent hosts HOST; nc -vz -w 5 HOST PORT",
    also: ["broken-off"],
  },
  "not-tls": {
    title: "The answer is not TLS",
    look: "Read the first bytes: HTTP/ is plain HTTP; 220, * OK or +OK is mail before STARTTLS; SSH- is another service. Nothing means TLS: then OpenSSL names the alert, or what is wrong with the certificate.",
    command:
      "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 3 HOST PORT | head -c 80; openssl s_client -connect HOST:PORT -servername HOST </dev/null",
    also: ["nothing-in-common", "encoding", "client-certificate", "weak"],
  },
  "broken-off": {
    title: "The connection ends without a word",
    look: "Call again with an older version and a smaller hello: if that works, something on the way does not bear the hello; if nothing does, look whether TLS is spoken on this port at all.",
    command: "openssl s_client -connect HOST:PORT -servername HOST -tls1_2 -groups P-256 </dev/null",
    also: ["unreachable", "client-certificate", "not-tls", "encoding"],
  },
  "nothing-in-common": {
    title: "Nothing in common",
    look: 'Ask with one version at a time and read what the server takes; then whether it wants a client certificate ("Acceptable client certificate CA names") or another server name, or has a certificate with a curve or digest that this client does not offer.',
    command:
      "for v in tls1 tls1_1 tls1_2 tls1_3; do openssl s_client -connect HOST:PORT -servername HOST -$v </dev/null 2>&1 | grep -E 'Protocol|alert|CA names'; done",
    also: ["client-certificate", "name", "weak"],
  },
  "client-certificate": {
    title: "The server refuses the client",
    look: "The server's log names the reason. By what is shown here: which CAs the server accepts, and whether the certificate that was sent comes from one of them, is in time and is for clientAuth.",
    command: "openssl s_client -connect HOST:PORT -servername HOST -cert client.pem -key client.key </dev/null",
    also: ["nothing-in-common", "broken-off"],
  },
};
