import type { Issued } from "../build/issued.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

/** One CA more than OpenSSL follows, and so beyond all: GnuTLS follows 16, Firefox 6, Go 100 signatures, Java 32 KiB of certificates. */
const LEVELS = 101;

export const chainTooLong: Fault = {
  id: "chain-too-long",
  title: "More certificates than the limit",
  story: "The chain has more certificates than this client is willing to follow. The limit is the client's own.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 3,
  raises: ["chain-too-long"],
  ambiguity: "issuer-not-found",
  prints: {
    ...issuerNotFound,
    ...viaOpenSsl("openssl-22"),
    node: ["openssl-20", "openssl-22"],
    npm: ["openssl-20", "openssl-22"],
    go: ["go-too-many-signatures"],
    java: ["java-message-too-long"],
    gnutls: ["gnutls-not-trusted", "gnutls-verification-failed"],
    wget: ["wget-no-certificate"],
    git: ["git-not-verifiable"],
    rustls: ["rustls-path-length"],
  },
  build: (lab) => {
    const cas: Issued[] = [];
    for (let level = 1; level <= LEVELS; level++)
      cas.unshift(lab.newCa(cas[0] ?? lab.root, { subject: lab.subject(`Level ${level}`) }));
    return { sent: [lab.newLeaf(cas[0] ?? lab.root), ...cas] };
  },
};
