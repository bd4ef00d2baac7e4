import { nul } from "../../asn1/writer.ts";
import { encodeRawExtension } from "../../x509/extension.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { criticalExtension } from "../prints/verification.ts";

export const unknownCriticalExt: Fault = {
  id: "unknown-critical-ext",
  title: "A critical extension that nobody knows",
  story:
    "The certificate has an extension that is marked critical, and this client does not know it. Critical means: refuse me if you do not understand.",
  citation: "RFC 5280 section 4.2",
  severity: "every client refuses",
  weight: 8,
  raises: ["unknown-critical-ext"],
  ambiguity: "encoding",
  prints: criticalExtension,
  build: (lab) => withLeaf(lab, { extensions: { unknown: encodeRawExtension("2.999.1", nul(), true) } }),
};
