import type { Fault } from "../fault.ts";
import { clientRefused } from "../prints/handshake.ts";

export const clientExpired: Fault = {
  id: "client-expired",
  title: "The client's certificate has expired",
  story: "The server refused the client certificate with alert 45: it has expired. Nobody renewed it.",
  citation: "RFC 8446 section 6.2",
  severity: "every client refuses",
  weight: 30,
  raises: [],
  ambiguity: "client-certificate",
  needs: "certificate",
  prints: {
    ...clientRefused(45),
    curl: ["curl-peer-refused"],
    server: ["log-client-period", "go-expired"],
  },
  advice: {
    why: "After notAfter nobody vouches for the certificate any more.",
    fix: [
      { role: "client", text: "renew it: `rootcause renew FILE`; then restart the program" },
      { role: "server", text: "check the clock" },
    ],
  },
  build: (lab) => ({
    demand: { trust: [lab.root] },
    client: { identity: lab.identity(lab.newClient({ notAfter: lab.days(-1) })) },
  }),
};
