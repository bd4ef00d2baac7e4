import type { Fault } from "../fault.ts";
import { clientRefused, noneOfOtherCas } from "../prints/handshake.ts";

export const clientMissingIntermediate: Fault = {
  id: "client-missing-intermediate",
  title: "The client sends no intermediate",
  story:
    "The client sends its certificate without the one that links it to the CA that the server knows. The server says unknown CA (48), or only that the certificate is bad.",
  citation: "RFC 8446 section 4.4.2",
  severity: "every client refuses",
  weight: 15,
  raises: [],
  ambiguity: "client-certificate",
  needs: "certificate",
  prints: {
    ...clientRefused(48),
    ...noneOfOtherCas,
    server: ["log-client-incomplete", "log-client-unknown-ca", "go-unknown-authority"],
  },
  advice: {
    why: "The server trusts the root and needs the intermediate between.",
    fix: [
      { role: "client", text: "give the program the whole chain: certificate and intermediates in one file" },
      { role: "server", text: "add the intermediate to the client CAs" },
    ],
  },
  build: (lab) => {
    const client = lab.newClient();
    return { demand: { trust: [lab.root] }, client: { identity: { chain: [client], key: client.key } } };
  },
};
