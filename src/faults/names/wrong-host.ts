import { san } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { nameMismatch } from "../prints/verification.ts";

export const wrongHost: Fault = {
  id: "wrong-host",
  title: "The certificate is for another name",
  story:
    "None of the names in the certificate is the one that was asked for. Mostly another site of the same server answered, or an alias was used.",
  citation: "RFC 9525 section 6",
  severity: "every client refuses",
  weight: 100,
  raises: ["wrong-host"],
  badssl: "wrong.host",
  ambiguity: "name",
  prints: nameMismatch,
  build: (lab) => withLeaf(lab, { extensions: san("other.test") }),
};
