import type { Fault } from "../fault.ts";
import { nameServerSilent } from "../prints/handshake.ts";

export const dnsTemporary: Fault = {
  id: "dns-temporary",
  title: "The name server does not answer",
  story:
    "The question for the host's address got no answer. The resolver is down or out of reach; in containers often DNS is not set up.",
  citation: "RFC 1035 section 4.1.1",
  severity: "every client refuses",
  weight: 30,
  raises: [],
  ambiguity: "unreachable",
  prints: nameServerSilent,
  advice: {
    why: "No address, no connection; TLS has not begun.",
    fix: [
      {
        role: "client",
        text: "look at the resolver: /etc/resolv.conf, the container's network, the VPN; then try again",
      },
    ],
  },
  build: () => ({ conduct: { kind: "nowhere", why: "name-server-silent" } }),
};
