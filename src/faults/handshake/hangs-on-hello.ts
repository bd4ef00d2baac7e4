import type { Fault } from "../fault.ts";
import { silence } from "../prints/handshake.ts";

export const hangsOnHello: Fault = {
  id: "hangs-on-hello",
  title: "No answer to the hello",
  story:
    "The connection stands, the client has said hello, and nothing comes back. The service speaks something else, is overloaded, or the big packet got lost on the way.",
  citation: "RFC 8446 section 4.1.2",
  severity: "every client refuses",
  weight: 60,
  raises: [],
  ambiguity: "broken-off",
  prints: silence,
  advice: {
    why: "A device may drop large hellos (post-quantum key shares) or fragments; a service that is not TLS may wait for other words.",
    fix: [
      { role: "client", text: "try `-groups P-256` for a smaller hello, and a lower MTU (VPN)" },
      { role: "server", text: "check that the port speaks TLS and the server is not out of workers" },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: "hang" } }),
};
