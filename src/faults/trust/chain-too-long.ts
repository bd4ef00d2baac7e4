import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const chainTooLong: Fault = {
  id: "chain-too-long",
  title: "More certificates than the limit",
  story: "The chain has more certificates than this client is willing to follow. The limit is the client's own.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 3,
  raises: ["chain-too-long"],
  ambiguity: "issuer-not-found",
  prints: { ...issuerNotFound, ...viaOpenSsl("openssl-22"), rustls: ["rustls-path-length"] },
};
