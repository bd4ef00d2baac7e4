import type { Fault } from "../fault.ts";
import { clientRefused, noClientCertificate, noneOfOtherCas } from "../prints/handshake.ts";

export const clientUnknownCa: Fault = {
  id: "client-unknown-ca",
  title: "The server does not know the client's CA",
  story:
    "The server refused the client certificate with alert 48: it comes from a CA that the server does not trust. The server's list of client CAs lacks it.",
  citation: "RFC 8446 section 6.2",
  severity: "every client refuses",
  weight: 30,
  raises: [],
  ambiguity: "client-certificate",
  needs: "certificate",
  prints: {
    ...clientRefused(48),
    ...noneOfOtherCas,
    server: ["log-client-unknown-ca", "go-unknown-authority", ...noClientCertificate],
  },
  advice: {
    why: "The server keeps its own list of CAs for clients (nginx `ssl_client_certificate`).",
    fix: [
      { role: "server", text: "add the CA that issued the client's certificate to the list of client CAs" },
      { role: "client", text: "use a certificate of a CA that the server accepts; send its intermediate too" },
    ],
  },
  build: (lab) => {
    const other = lab.newRoot({ subject: lab.subject("Other Root") });
    return { demand: { trust: [lab.root] }, client: { identity: lab.identity(lab.newClient({}, other), other) } };
  },
};
