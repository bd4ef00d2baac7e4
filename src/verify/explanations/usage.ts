import type { ExplanationRow } from "./explanation.ts";

/** What the keys may be used for. */
export const usageExplanations = {
  "wrong-eku": [
    "The certificate was issued for other purposes than the one asked for.",
    { ca: "issue it from the profile for this purpose: tls-server, tls-client or mtls", server: "serve the right one" },
    26,
  ],
  "int-eku-client-only": [
    "A CA of the chain may issue only for certain purposes, and this is not one of them.",
    { ca: "issue from a CA without extendedKeyUsage or with the purpose in it" },
    26,
  ],
  "int-eku-any": [
    "OpenSSL does not take anyExtendedKeyUsage of a CA for the purpose asked for.",
    { ca: "leave extendedKeyUsage out of the CA, or list the purposes" },
    26,
  ],
  "ku-no-digital-signature": [
    "Today's handshakes are signed, and the key usage forbids this key to sign. TLS 1.3 has no other way.",
    { ca: "issue it again with digitalSignature in keyUsage" },
  ],
  "key-usage": [
    "The key usage lacks what the caller asked for.",
    {
      ca: "issue the certificate from the profile for this use",
    },
  ],
  "leaf-eku-any": [
    "anyExtendedKeyUsage alone: RFC 5280 lets a client require the very purpose, and OpenSSL and Firefox do.",
    { ca: "list the purposes, such as serverAuth" },
    26,
  ],
  "leaf-eku-with-any": [
    "anyExtendedKeyUsage makes the other purposes pointless.",
    {
      ca: "leave anyExtendedKeyUsage out",
    },
  ],
  "leaf-no-eku": [
    "No purposes are listed, so it passes for every one; Apple's systems refuse such server certificates.",
    {
      ca: "list the purposes, such as serverAuth",
    },
  ],
  "leaf-no-ku": [
    "No key usage is given, so the key passes for every use.",
    {
      ca: "give keyUsage, digitalSignature for TLS",
    },
  ],
} as const;
usageExplanations satisfies Record<string, ExplanationRow>;
