import type { Fault } from "../fault.ts";
import { viaAlert } from "../prints/prints.ts";

export const alertInsufficientSecurity: Fault = {
  id: "alert-insufficient-security",
  title: "The server says: insufficient security",
  story:
    "The server ended the handshake with alert 71: it wants stronger ciphers than the client offered. Its policy is stricter than the client's.",
  citation: "RFC 8446 section 6.2",
  severity: "every client refuses",
  weight: 10,
  raises: [],
  ambiguity: "nothing-in-common",
  prints: { ...viaAlert(71), chromium: ["chromium-version-or-cipher"], schannel: ["windows-illegal-message"] },
  advice: {
    why: "The server names the reason itself: what was offered is too weak for it.",
    fix: [
      { role: "client", text: "update it and remove restrictions of cipher suites" },
      { role: "server", text: "check that the policy is meant to shut this client out" },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: 71 } }),
};
