import type { Fault } from "../fault.ts";
import { clientRefused, noClientCertificate } from "../prints/handshake.ts";

export const clientCertificateMissing: Fault = {
  id: "client-certificate-missing",
  title: "The server wants a client certificate",
  story:
    "The server asked for a client certificate and got none. In TLS 1.2 it says handshake failure (40), in TLS 1.3 certificate required (116), the latter only at the first read.",
  citation: "RFC 8446 section 4.4.2.4",
  severity: "every client refuses",
  weight: 50,
  raises: [],
  badssl: "client-cert-missing",
  ambiguity: "client-certificate",
  needs: "certificate",
  prints: {
    ...clientRefused(116, 40),
    gnutls: ["alert-116", "gnutls-certificate-required"],
    wget: ["wget-session-ended", "gnutls-alert"],
    git: ["gnutls-alert"],
    server: noClientCertificate,
  },
  advice: {
    why: "The server lets in only those who show a certificate of a CA that it knows.",
    fix: [
      { role: "client", text: "give certificate and key to the client program" },
      { role: "ca", text: "issue one: `rootcause issue NAME --profile tls-client`" },
      { role: "server", text: "make the certificate optional if it is not meant for everyone" },
    ],
  },
  build: (lab) => ({ demand: { trust: [lab.root] } }),
};
