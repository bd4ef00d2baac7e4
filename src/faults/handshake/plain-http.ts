import type { Fault } from "../fault.ts";
import { notTls } from "../prints/handshake.ts";

export const plainHttp: Fault = {
  id: "plain-http",
  title: "Plain HTTP answers on the port",
  story:
    "The client began TLS and the server answered in plain HTTP. The port is the wrong one, or TLS is not switched on there.",
  citation: "RFC 8446 section 5.1",
  severity: "every client refuses",
  weight: 100,
  raises: [],
  ambiguity: "not-tls",
  prints: notTls,
  advice: {
    why: 'The first bytes of the answer are text, not a TLS record: hence "wrong version number".',
    fix: [
      {
        role: "server",
        text: "switch TLS on for this port (nginx: `listen 443 ssl`), or send clients to the port that has it",
      },
      {
        role: "client",
        text: "use http:// for this port, or the port that speaks TLS; check whether a proxy setting says https:// where it must say http://",
      },
    ],
  },
  build: () => ({ conduct: { kind: "plain", protocol: "http" } }),
};
