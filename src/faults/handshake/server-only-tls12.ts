import type { Fault } from "../fault.ts";
import { versionRefused } from "../prints/handshake.ts";
import { acceptedBy } from "../prints/prints.ts";

export const serverOnlyTls12: Fault = {
  id: "server-only-tls12",
  title: "The server speaks TLS 1.2 only",
  story: "The server does not know TLS 1.3. Only clients that insist on 1.3 fail.",
  citation: "RFC 8446 section 4.2.1",
  severity: "some clients refuse",
  weight: 8,
  raises: [],
  badssl: "tls-v1-2",
  ambiguity: "nothing-in-common",
  needs: "versions",
  prints: { ...versionRefused, ...acceptedBy("requests", "pip", "npm", "chromium", "firefox") },
  advice: {
    why: "The client's lowest version is above the server's highest.",
    fix: [
      { role: "server", text: "allow TLS 1.3" },
      { role: "client", text: "allow TLS 1.2" },
    ],
  },
  build: () => ({ conduct: { kind: "tls", maxVersion: "TLSv1.2" }, client: { minVersion: "TLSv1.3" } }),
  mend: () => ({ client: { minVersion: "TLSv1.3" } }),
};
