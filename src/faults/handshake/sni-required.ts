import { san } from "../build/extensions.ts";
import type { Fault } from "../fault.ts";
import { addressMismatch } from "../prints/verification.ts";

export const sniRequired: Fault = {
  id: "sni-required",
  title: "Another site answers without the server name",
  story:
    "The server chooses by SNI, and this client sends none, or the wrong one. So the default site's certificate comes, or an alert.",
  citation: "RFC 6066 section 3",
  severity: "most clients refuse",
  weight: 20,
  raises: [],
  ambiguity: "name",
  prints: {
    ...addressMismatch,
    php: "accepts",
    others: ["alert-40", "alert-112", "openssl-62", "node-host-not-in-names"],
  },
  advice: {
    why: "Clients that connect by address, old ones, and health checks send no server name.",
    fix: [
      {
        role: "client",
        text: "send the server name (`openssl s_client -servername`, Python `server_hostname`, Node `servername`)",
      },
      { role: "server", text: "give the default site a certificate for the names that such clients ask for" },
    ],
  },
  // A client that calls an address sends no server name: RFC 6066 section 3 has room for DNS names only.
  build: (lab) => {
    const other = "other.lab.localhost";
    const spec = { subject: `CN=${other}`, key: lab.key(other), extensions: san(other) };
    return {
      name: "127.0.0.1",
      conduct: { kind: "tls", otherwise: lab.identity(lab.newLeaf(lab.issuing, spec)) },
    };
  },
};
