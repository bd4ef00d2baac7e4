import { dnsSan } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedBy } from "../prints/prints.ts";
import { addressMismatch } from "../prints/verification.ts";

export const ipInDnsSan: Fault = {
  id: "ip-in-dns-san",
  title: "The address is written as a DNS name",
  story:
    "The certificate lists the address among its DNS names. Clients look for addresses among iPAddress names only.",
  citation: "RFC 5280 section 4.2.1.6",
  severity: "most clients refuse",
  weight: 25,
  raises: ["ip-in-dns-san"],
  ambiguity: "name",
  prints: { ...addressMismatch, ...acceptedBy("ruby", "php") },
  build: (lab) => ({ ...withLeaf(lab, { extensions: dnsSan("127.0.0.1") }), name: "127.0.0.1" }),
};
