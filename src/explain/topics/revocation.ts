import type { Topic } from "./topic.ts";

export const revocation: Topic = {
  id: "revocation",
  title: "Revocation",
  paragraphs: [
    "A CA withdraws certificates before they expire: a key was lost, a name changed hands. It says so on a list (CRL) or on demand (OCSP).",
    "Lists and answers are signed and have dates of their own. A stale list is as good as none; whether none means no depends on the client: most programs do not ask at all, browsers let it pass.",
    "A server can bring a fresh OCSP answer along (stapling); a certificate with must-staple promises that.",
    "Short-lived certificates make most of this unnecessary.",
  ],
  faults: ["revoked-crl", "crl-expired", "crl-missing", "ocsp-try-later", "must-staple-no-staple"],
  reading: "RFC 5280 section 5, RFC 6960",
};
