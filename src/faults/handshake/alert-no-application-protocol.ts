import type { Fault } from "../fault.ts";
import { acceptedBy, viaAlert } from "../prints/prints.ts";

export const alertNoApplicationProtocol: Fault = {
  id: "alert-no-application-protocol",
  title: "No application protocol in common",
  story:
    "The server ended the handshake with alert 120: it speaks none of the protocols offered by ALPN. One side insists on h2, the other on http/1.1.",
  citation: "RFC 7301 section 3.2",
  severity: "most clients refuse",
  weight: 15,
  raises: [],
  ambiguity: "nothing-in-common",
  prints: {
    ...viaAlert(120),
    ...acceptedBy("npm", "ruby", "wget"),
    chromium: ["chromium-protocol-error"],
    schannel: ["windows-illegal-message"],
    others: ["go-alpn", "java-alpn", "gnutls-no-shared-parameters"],
  },
  advice: {
    why: "ALPN settles the protocol inside TLS; without a common one a strict server stops.",
    fix: [
      { role: "client", text: "offer what the server speaks: `http/1.1` beside `h2`" },
      { role: "server", text: "switch on the protocol that clients offer" },
    ],
  },
  // What an ACME validation server speaks and nothing else (RFC 8737).
  build: () => ({ conduct: { kind: "tls", alpn: ["acme-tls/1"] }, client: { alpn: ["http/1.1"] } }),
};
