import type { Fault } from "../fault.ts";
import { handshakeFailure } from "../prints/handshake.ts";

export const alertHandshakeFailure: Fault = {
  id: "alert-handshake-failure",
  title: "The server says: handshake failure",
  story:
    "The server ended the handshake with alert 40. It found nothing that both sides allow, or wants something that the client did not bring.",
  citation: "RFC 8446 section 6.2",
  severity: "every client refuses",
  weight: 60,
  raises: [],
  ambiguity: "nothing-in-common",
  prints: handshakeFailure,
  advice: {
    why: "Alert 40 is one word for many causes: cipher suites, groups, signature algorithms, a client certificate, the server name.",
    fix: [
      {
        role: "server",
        text: "read the log, it says which; allow ECDHE with AES-GCM, X25519 and P-256, and a certificate that fits them",
      },
      {
        role: "client",
        text: "update it; check that no policy (SECLEVEL, FIPS, crypto-policies) removes what the server needs",
      },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: 40 } }),
};
