import type { Fault } from "../fault.ts";
import { reset } from "../prints/handshake.ts";

export const resetsOnHello: Fault = {
  id: "resets-on-hello",
  title: "The connection is reset at the hello",
  story:
    "The connection was torn down when the client had said hello. Firewalls that read the server name do that, and servers that crash.",
  citation: "RFC 9293 section 3.5.2",
  severity: "every client refuses",
  weight: 50,
  raises: [],
  ambiguity: "broken-off",
  prints: reset,
  advice: {
    why: "A reset comes from a machine that wants no more packets; it may stand between client and server.",
    fix: [
      { role: "client", text: "try from another network; ask whether a firewall filters by server name" },
      { role: "server", text: "look for crashes and for a firewall in front of the server" },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: "reset" } }),
};
