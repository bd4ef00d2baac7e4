import type { ExplanationRow } from "./explanation.ts";

/** Keys, digests and serial numbers. */
export const strengthExplanations = {
  "rsa1024-leaf": [
    "RSA keys below 2048 bits can be broken by those with means.",
    { server: "make a new key: P-256, or RSA of 2048 bits or more" },
    66,
  ],
  "rsa1024-ca": [
    "Whoever breaks the CA's key can issue for every name.",
    { ca: "make a new CA with P-256, or RSA of 2048 bits or more" },
    67,
  ],
  "weak-curve": [
    "Curves below 224 bits can be broken by those with means.",
    { server: "make a new key: P-256", ca: "make a new key: P-256" },
    66,
  ],
  "md5-signature": [
    "Two certificates with one MD5 can be made in seconds, so the signature proves nothing.",
    { ca: "sign with SHA-256" },
    68,
  ],
  "sha1-signature": [
    "Two certificates with one SHA-1 can be made for some thousand dollars, so the signature proves little.",
    { ca: "sign with SHA-256" },
    68,
  ],
  "weak-key": [
    "Keys of this size can be broken by those with means.",
    {
      server: "make a new key: P-256",
      ca: "make a new key: P-256",
    },
  ],
  "explicit-ec-parameters": [
    "A curve that is spelled out can be a made-up one with a known key (CVE-2020-0601); certificates name their curve.",
    { ca: "make a key on a named curve" },
    94,
  ],
  "negative-serial": [
    "Serial numbers are positive; Go 1.23 and others refuse negative ones.",
    {
      ca: "use random positive serial numbers",
    },
  ],
  "zero-serial": [
    "Serial numbers are positive; zero names nothing on a revocation list of some tools.",
    {
      ca: "use random positive serial numbers",
    },
  ],
  "serial-too-long": [
    "Serial numbers have 20 octets at most; some clients keep no more.",
    {
      ca: "use 16 random octets",
    },
  ],
} as const;
strengthExplanations satisfies Record<string, ExplanationRow>;
