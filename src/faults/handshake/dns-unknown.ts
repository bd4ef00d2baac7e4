import type { Fault } from "../fault.ts";
import { nameUnknown } from "../prints/handshake.ts";

export const dnsUnknown: Fault = {
  id: "dns-unknown",
  title: "The name does not exist",
  story: "The name servers know no address for this host. It is misspelt, or known only inside another network.",
  citation: "RFC 1035 section 4.1.1",
  severity: "every client refuses",
  weight: 60,
  raises: [],
  ambiguity: "unreachable",
  prints: nameUnknown,
  advice: {
    why: "No address, no connection; TLS has not begun.",
    fix: [
      { role: "client", text: "check the spelling, the search domain, VPN and /etc/hosts: `getent hosts NAME`" },
      { role: "server", text: "publish the name, and wait until caches have let go of the old answer" },
    ],
  },
  build: () => ({ conduct: { kind: "nowhere", why: "name-unknown" } }),
};
