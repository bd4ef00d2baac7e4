import { bc } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { acceptedByAll } from "../prints/prints.ts";

export const leafIsCa: Fault = {
  id: "leaf-is-ca",
  title: "The leaf is itself a CA",
  story:
    "An issued server certificate carries CA:TRUE. Whoever takes its key could issue certificates, so some clients refuse it.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "some clients refuse",
  weight: 8,
  raises: ["leaf-is-ca"],
  ambiguity: "self-signed",
  prints: { ...acceptedByAll, firefox: ["nss-ca-as-leaf"], rustls: ["rustls-ca-as-leaf"] },
  build: (lab) => withLeaf(lab, { extensions: bc({ ca: true }) }),
};
