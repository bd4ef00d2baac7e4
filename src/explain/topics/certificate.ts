import type { Topic } from "./topic.ts";

export const certificate: Topic = {
  id: "certificate",
  title: "A certificate",
  paragraphs: [
    "A certificate binds a public key to names, for a time, and a CA signs that. The private key is not in it: who holds that proves it by signing the handshake.",
    "The names stand in subjectAltName; the common name is a remark that clients no longer read. keyUsage and extendedKeyUsage say what the key is for; basicConstraints says whether it is a CA.",
    "PEM is DER in base64 with a line before and after. A file may hold several: the server's own first, then those that lead towards the root.",
  ],
  faults: ["wrong-eku", "ku-no-digital-signature", "key-mismatch", "malformed-der", "version-1"],
  reading: "RFC 5280 section 4",
};
