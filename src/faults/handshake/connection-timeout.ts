import type { Fault } from "../fault.ts";
import { connectTimeout } from "../prints/handshake.ts";

export const connectionTimeout: Fault = {
  id: "connection-timeout",
  title: "No answer to the call",
  story: "The packets that open the connection got no answer at all. A firewall drops them, or the machine is off.",
  citation: "RFC 9293 section 3.8.3",
  severity: "every client refuses",
  weight: 50,
  raises: [],
  ambiguity: "unreachable",
  prints: connectTimeout,
  advice: {
    why: "Something between client and server swallows the packets; TLS has not begun.",
    fix: [
      { role: "client", text: "check firewall, VPN and proxy settings; try another port of the same machine" },
      { role: "server", text: "open the port in the firewall or security group" },
    ],
  },
  build: () => ({ conduct: { kind: "nowhere", why: "no-answer" } }),
};
