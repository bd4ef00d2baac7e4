import type { ExplanationRow } from "./explanation.ts";

/** How the chain hangs together, and whether it ends where it should. */
export const trustExplanations = {
  "resource-limit": [
    "The certificates ask for more work than an honest chain needs. A verifier that went on could be kept busy for ever.",
    {
      server: "send the leaf and its intermediates, nothing else",
      ca: "use fewer names, constraints, policies or CAs of one name",
      client: "raise the budget only for certificates that you know",
    },
  ],
  "same-name-issuer-other-key": [
    "A CA was made again under its old name: the name leads to it, but its key did not sign this certificate.",
    {
      server: "take a new certificate from the present CA, or send the intermediate that belongs to this one",
      client: "trust the CA that really signed; compare the fingerprints, the names are the same",
      ca: "give a new CA a new name",
    },
    7,
  ],
  "bad-signature-leaf": [
    "The issuer's key did not sign these octets: they were changed after signing, or another key signed them.",
    { server: "install the file as the CA issued it, or take a new certificate", ca: "issue the certificate again" },
    7,
  ],
  "bad-signature-intermediate": [
    "The CA above did not sign this CA certificate as it stands: it was changed, or another key signed it.",
    { server: "replace the intermediate by the one that the CA publishes", ca: "issue the intermediate again" },
    7,
  ],
  "unsupported-algorithm": [
    "A signature that cannot be checked proves nothing.",
    { ca: "sign with ECDSA, RSA or EdDSA and SHA-2", client: "use a client that knows the algorithm" },
    76,
  ],
  "aki-mismatch": [
    "The certificate names the key that signed it, and the issuer of that name has another key identifier. OpenSSL and GnuTLS then do not see it as the issuer at all.",
    {
      server: "send the intermediate whose subjectKeyIdentifier is the one named",
      ca: "copy the issuer's subjectKeyIdentifier octet by octet into authorityKeyIdentifier",
    },
    20,
  ],
  "intermediate-no-basic-constraints": [
    "Only basicConstraints with cA TRUE makes a certificate a CA; without it every leaf could sign others.",
    {
      ca: "issue the CA certificate again with critical basicConstraints, cA TRUE",
      server: "send the right intermediate",
    },
    79,
  ],
  "intermediate-not-ca": [
    "The certificate says of itself that it is no CA, so what it signed does not count.",
    { ca: "sign with a CA certificate", server: "send the CA that issued the certificate, not another leaf" },
    79,
  ],
  "intermediate-no-certsign": [
    "Its key usage does not let this key sign certificates.",
    { ca: "issue the CA certificate again with keyCertSign in keyUsage" },
    32,
  ],
  "pathlen-exceeded": [
    "A CA above allows only so many CAs below itself.",
    { ca: "issue from a CA higher up, or issue the CA again with a greater pathLenConstraint" },
    25,
  ],
  "chain-too-long": [
    "The chain has more certificates than the limit that was asked for.",
    { client: "raise the limit if the chain is meant to be so long", ca: "use fewer levels of CAs" },
    22,
  ],
  "path-loop": [
    "The CAs issue each other in a circle; no way leads out of it to something trusted.",
    { server: "send the certificates that lead to a root", client: "trust the root that is meant" },
    55,
  ],
  "self-signed-leaf": [
    "The certificate vouches for itself, and nobody here trusts it.",
    {
      server: "use a certificate from a CA that the clients trust: `rootcause issue NAME`",
      client: "trust this very certificate, after comparing its fingerprint over another channel",
    },
    18,
  ],
  "self-signed-ca-leaf": [
    "A CA certificate stands where the server's own should, and it is not trusted.",
    {
      server: "issue a leaf from this CA and serve that",
      client: "trust the CA if it is yours; Firefox refuses a CA as server certificate even then",
    },
    18,
  ],
  "untrusted-root-sent": [
    "The chain is whole and ends in a root that this client does not trust.",
    {
      client:
        "install the root after comparing its fingerprint; check that this program reads the store that you installed it in",
      server: "if you know nothing of this root, something between you and the client replaces certificates",
    },
    19,
  ],
  "untrusted-root-not-sent": [
    "Every certificate that was sent links up; the root above them is not among the trusted ones.",
    {
      client: "install the root, and check that this program reads the store that you installed it in",
      server:
        "if the issuer named is itself an intermediate, send it too; else use a chain to a root that your clients trust",
    },
    20,
  ],
  "missing-intermediate": [
    "The certificate that links this one to a root was not sent. Browsers may fetch or remember it; most programs do not.",
    {
      server: "send the whole chain without the root: configure `fullchain.pem` in place of `cert.pem`",
      client: "as a stopgap, add the intermediate to the untrusted certificates",
    },
    21,
  ],
  "issuer-name-empty": [
    "Paths are built by the issuer's name; without one there is no issuer to find.",
    { ca: "give the CA a subject and issue the certificate again" },
    83,
  ],
  "trust-only-intermediate": [
    "The trust list holds an intermediate, and not the root above it. OpenSSL and all built on it then want the root, unless partial chains are allowed.",
    { client: "trust the root, or allow partial chains (`-partial_chain`, X509_V_FLAG_PARTIAL_CHAIN)" },
    2,
  ],
  "trust-only-leaf": [
    "The trust list holds the leaf itself, not its CA. OpenSSL and all built on it then want the CA, unless partial chains are allowed.",
    { client: "trust the CA that issued it, or allow partial chains" },
    21,
  ],
  "self-signed-leaf-trusted": [
    "A self-signed certificate that is no CA is trusted directly. Most clients take it; Chromium does not.",
    { server: "use a leaf from a small CA, and trust that CA" },
  ],
  "self-signed-ca-leaf-trusted": [
    "A trusted CA certificate is served as the server's own. Firefox refuses it.",
    { server: "issue a leaf from this CA and serve that" },
  ],
  "leaf-is-ca": [
    "The leaf is itself a CA: whoever takes its key can issue certificates. Firefox refuses it.",
    { ca: "issue leaves with CA:FALSE or without basicConstraints" },
  ],
  "root-before-intermediate": [
    "Each certificate should certify the one before it; TLS 1.2 demands that order, and old clients stop at the first that does not fit.",
    { server: "order the file: leaf, its issuer, the issuer of that" },
  ],
  "unrelated-extra-certs": [
    "Certificates that lead nowhere cost every handshake, and some old clients stop at them.",
    { server: "remove from the file what is not between the leaf and the root" },
  ],
  "duplicate-certificates": [
    "The same certificate is sent twice; GnuTLS of old and some devices mind.",
    {
      server: "remove the second copy; often the leaf stands in both `cert.pem` and the chain",
    },
  ],
  "root-sent": [
    "The client has the root or does not trust it; sending it only costs octets.",
    {
      server: "leave the root out of the file",
    },
  ],
  "cross-sign-expired-alt": [
    "Another way up ends in an expired CA. Clients that try only one way, such as OpenSSL before 1.1.0, may take it and fail.",
    {
      server: "send only the chain to the root that still counts",
      client: "remove the expired root from the trust list",
    },
  ],
  "cross-cert-expired": [
    "An expired cross-certificate for a CA of this chain is among the certificates. Clients that try only one way may take it and fail.",
    { server: "remove the expired cross-certificate from the file", ca: "renew the cross-certificate" },
  ],
  "dup-serial-a": [
    "Issuer and serial number name a certificate, and here two share them: whoever revokes the one revokes both. This is the older one.",
    { ca: "use random serial numbers, and a new name for a CA that is made again" },
  ],
  "dup-serial-b": [
    "Issuer and serial number name a certificate, and here two share them. This is the newer one, and Firefox refuses the second that it sees.",
    { ca: "use random serial numbers, and a new name for a CA that is made again" },
  ],
} as const;
trustExplanations satisfies Record<string, ExplanationRow>;
