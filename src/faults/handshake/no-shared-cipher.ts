import type { Fault } from "../fault.ts";
import { handshakeFailure } from "../prints/handshake.ts";

export const noSharedCipher: Fault = {
  id: "no-shared-cipher",
  title: "No cipher suite in common",
  story:
    "The client's and the server's lists of cipher suites have nothing in common. One of them is very old or was narrowed down by hand, or an ECDSA-only client met an RSA certificate.",
  citation: "RFC 8446 section 4.1.1",
  severity: "every client refuses",
  weight: 35,
  raises: [],
  badssl: "rc4",
  ambiguity: "nothing-in-common",
  prints: handshakeFailure,
  advice: {
    why: "Without a common suite there is nothing to encrypt with.",
    fix: [
      {
        role: "server",
        text: "use the defaults of a current TLS library, or ECDHE with AES-GCM and ChaCha20-Poly1305",
      },
      { role: "client", text: "update it, or remove the restriction of cipher suites" },
    ],
  },
  // ARIA (RFC 6209): OpenSSL has it, and offers it only when told to.
  build: () => ({ conduct: { kind: "tls", maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-NULL-SHA" } }),
};
