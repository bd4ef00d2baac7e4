import type { Fault } from "../fault.ts";
import { handshakeFailure, smallGroups } from "../prints/handshake.ts";

export const noSharedGroup: Fault = {
  id: "no-shared-group",
  title: "No key exchange group in common",
  story: "Client and server allow no elliptic curve or DH group in common. One side was narrowed down by hand.",
  citation: "RFC 8446 section 4.2.7",
  severity: "every client refuses",
  weight: 8,
  raises: [],
  badssl: "dh480",
  ambiguity: "nothing-in-common",
  prints: {
    ...handshakeFailure,
    ...smallGroups,
  },
  advice: {
    why: "Without a common group no key can be agreed on.",
    fix: [
      { role: "server", text: "allow X25519 and P-256" },
      { role: "client", text: "allow X25519 and P-256" },
    ],
  },
  // Brainpool (RFC 7027): clients that know it offer it only when told to.
  build: () => ({ conduct: { kind: "tls", groups: "brainpoolP512r1" } }),
};
