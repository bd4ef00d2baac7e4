import type { Fault } from "../fault.ts";
import { versionRefused } from "../prints/handshake.ts";

export const alertProtocolVersion: Fault = {
  id: "alert-protocol-version",
  title: "The server says: protocol version",
  story:
    "The server ended the handshake with alert 70: it knows none of the TLS versions that were offered. One side is old, or old versions were switched off on the other.",
  citation: "RFC 8446 section 6.2",
  severity: "every client refuses",
  weight: 45,
  raises: [],
  ambiguity: "nothing-in-common",
  needs: "versions",
  prints: versionRefused,
  advice: {
    why: "Without a common version there is no handshake.",
    fix: [
      { role: "server", text: "allow TLS 1.2 and 1.3" },
      { role: "client", text: "update it, or allow TLS 1.2 and 1.3 (`minVersion`, `MinProtocol` in openssl.cnf)" },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: 70 } }),
};
