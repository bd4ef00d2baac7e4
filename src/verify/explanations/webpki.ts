import type { ExplanationRow } from "./explanation.ts";

const publicOnly = "The CA/Browser Forum forbids it to public CAs; private ones are free.";

/** Rules for public web servers. */
export const webpkiExplanations = {
  "key-not-for-webpki": [
    publicOnly as string,
    {
      server: "make a key on P-256, P-384 or P-521, or RSA of 2048 bits or more in steps of 8",
    },
  ],
  "signature-not-for-webpki": [publicOnly as string, { ca: "sign with ECDSA or RSA and SHA-256, SHA-384 or SHA-512" }],
  "cn-not-in-san": [
    "Clients do not read the common name, so a name that stands only there is good for nothing; the CA/Browser Forum wants it among the subjectAltNames, letter for letter.",
    { ca: "leave the common name out, or copy it from subjectAltName" },
  ],
  "wildcard-public-suffix": [
    "A wildcard for a whole public suffix would speak for its every customer.",
    {
      ca: "list the names",
    },
  ],
  "san-critical-with-subject": [
    publicOnly as string,
    {
      ca: "mark subjectAltName critical only when the subject is empty",
    },
  ],
  "leaf-eku-critical": [publicOnly as string, { ca: "mark extendedKeyUsage not critical" }],
  "root-has-eku": [
    "A root with purposes limits all below it, and clients differ in whether they look; the CA/Browser Forum forbids it.",
    { ca: "put extendedKeyUsage into the intermediates" },
  ],
  "root-aki-not-own-key": [
    publicOnly as string,
    {
      ca: "give the root an authorityKeyIdentifier that is its own subjectKeyIdentifier, or none",
    },
  ],
} as const;
webpkiExplanations satisfies Record<string, ExplanationRow>;
