import type { Fault } from "../fault.ts";
import { closed } from "../prints/handshake.ts";

export const closesOnHello: Fault = {
  id: "closes-on-hello",
  title: "The server hangs up at the hello",
  story:
    "The server closed the connection as soon as the client had said hello. Something on the way or in the server does not want this client, this name or this version.",
  citation: "RFC 8446 section 6.1",
  severity: "every client refuses",
  weight: 60,
  raises: [],
  ambiguity: "broken-off",
  prints: closed,
  advice: {
    why: "The end came without an alert, so only the other side's log says why.",
    fix: [
      {
        role: "server",
        text: "read the log; check that a TLS server really stands behind the load balancer, and that allow-lists know the client",
      },
      {
        role: "client",
        text: "check proxy settings; try an older version and a smaller hello to find a device that does not bear it",
      },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: "close" } }),
};
