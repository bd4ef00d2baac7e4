import type { Fault } from "../fault.ts";
import { notTls } from "../prints/handshake.ts";

export const starttlsNeeded: Fault = {
  id: "starttls-needed",
  title: "The service wants STARTTLS first",
  story:
    "The service greets in plain text and goes over to TLS only when asked. SMTP, IMAP, POP3, FTP, LDAP and databases do so on their classic ports.",
  citation: "RFC 3207",
  severity: "every client refuses",
  weight: 35,
  raises: [],
  ambiguity: "not-tls",
  prints: { ...notTls, others: ["net-reset", "postgres-no-tls"] },
  advice: {
    why: "The client began TLS at once, while the server was still talking plain text.",
    fix: [
      {
        role: "client",
        text: "ask for STARTTLS (`openssl s_client -starttls smtp`, `curl --ssl-reqd smtp://`), or use the port with TLS from the start: 465, 993, 995, 636",
      },
    ],
  },
  build: () => ({ conduct: { kind: "plain", protocol: "smtp" } }),
};
