import type { Fault } from "../fault.ts";
import { unreachable } from "../prints/handshake.ts";

export const networkUnreachable: Fault = {
  id: "network-unreachable",
  title: "There is no route",
  story:
    "This machine knows no way to that address. It is offline, or has no IPv6 where only an IPv6 address was given.",
  citation: "RFC 792",
  severity: "every client refuses",
  weight: 30,
  raises: [],
  ambiguity: "unreachable",
  prints: unreachable,
  advice: {
    why: "The packets do not even leave; TLS has not begun.",
    fix: [{ role: "client", text: "check network, VPN and routes: `ip route get ADDRESS`; try IPv4 (`curl -4`)" }],
  },
  build: () => ({ conduct: { kind: "nowhere", why: "no-route" } }),
};
