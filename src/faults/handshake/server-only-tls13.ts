import type { Fault } from "../fault.ts";
import { versionRefused } from "../prints/handshake.ts";
import { acceptedBy } from "../prints/prints.ts";

export const serverOnlyTls13: Fault = {
  id: "server-only-tls13",
  title: "The server speaks TLS 1.3 only",
  story: "The server does not know TLS 1.2 any more. Old clients fail.",
  citation: "RFC 8446 section 4.2.1",
  severity: "some clients refuse",
  weight: 12,
  raises: [],
  ambiguity: "nothing-in-common",
  needs: "versions",
  prints: { ...versionRefused, ...acceptedBy("requests", "pip", "npm", "wget", "git", "chromium", "firefox") },
  advice: {
    why: "The server's lowest version is above the client's highest.",
    fix: [
      { role: "client", text: "update it; TLS 1.3 needs OpenSSL 1.1.1, Java 11, Python 3.7, Go 1.13" },
      { role: "server", text: "allow TLS 1.2 while old clients are there" },
    ],
  },
  build: () => ({ conduct: { kind: "tls", minVersion: "TLSv1.3" }, client: { maxVersion: "TLSv1.2" } }),
  mend: () => ({ client: { maxVersion: "TLSv1.2" } }),
};
