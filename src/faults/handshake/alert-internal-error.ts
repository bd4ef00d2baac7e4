import type { Fault } from "../fault.ts";
import { viaAlert } from "../prints/prints.ts";

export const alertInternalError: Fault = {
  id: "alert-internal-error",
  title: "The server says: internal error",
  story:
    "The server ended the handshake with alert 80: something failed on its side. Mostly its key or certificate could not be used, or a virtual host has none.",
  citation: "RFC 8446 section 6.2",
  severity: "every client refuses",
  weight: 20,
  raises: [],
  ambiguity: "nothing-in-common",
  prints: { ...viaAlert(80), chromium: ["chromium-protocol-error"], schannel: ["windows-illegal-message"] },
  advice: {
    why: "The cause is only in the server's log.",
    fix: [
      {
        role: "server",
        text: "read the log: a key that cannot be read, a certificate that does not fit, a backend that is gone",
      },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: 80 } }),
};
