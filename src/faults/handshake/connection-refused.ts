import type { Fault } from "../fault.ts";
import { refused } from "../prints/handshake.ts";

export const connectionRefused: Fault = {
  id: "connection-refused",
  title: "Nothing listens on the port",
  story:
    "The machine answered that no program listens on this port. The server is down, or listens on another port or address.",
  citation: "RFC 9293 section 3.5.2",
  severity: "every client refuses",
  weight: 80,
  raises: [],
  ambiguity: "unreachable",
  prints: refused,
  advice: {
    why: "The machine is there and the server is not; TLS has not begun.",
    fix: [
      {
        role: "server",
        text: "start it, and let it listen on the address that clients use, not on 127.0.0.1 alone: `ss -ltn`",
      },
      { role: "client", text: "check host and port" },
    ],
  },
  build: () => ({ conduct: { kind: "nowhere", why: "refused" } }),
};
