import type { Fault } from "../fault.ts";
import { clientRefused } from "../prints/handshake.ts";

export const clientRevoked: Fault = {
  id: "client-revoked",
  title: "The client's certificate is revoked",
  story:
    "The server refused the client certificate with alert 44: the CA has withdrawn it. Its key may be in wrong hands.",
  citation: "RFC 8446 section 6.2",
  severity: "every client refuses",
  weight: 10,
  raises: [],
  ambiguity: "client-certificate",
  needs: "certificate",
  prints: { ...clientRefused(44), server: ["log-client-revoked"] },
  advice: {
    why: "The CA has withdrawn the certificate.",
    fix: [{ role: "client", text: "take a new certificate with a new key; ask the CA why it was revoked" }],
  },
  build: (lab) => {
    const client = lab.newClient();
    const crls = [lab.crl(lab.root), lab.crl(lab.issuing, { revoked: [client] })];
    return { demand: { trust: [lab.root], crls }, client: { identity: lab.identity(client) } };
  },
};
