import { OID } from "../../asn1/oids.ts";
import { nul } from "../../asn1/writer.ts";
import { encodeRawExtension } from "../../x509/extension.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { extensionUnreadable } from "../prints/verification.ts";

export const malformedExtension: Fault = {
  id: "malformed-extension",
  title: "An extension that does not decode",
  story:
    "The content of an extension cannot be read. It might hold a limit that nobody could then keep, so clients refuse.",
  citation: "RFC 5280 section 4.2",
  severity: "most clients refuse",
  weight: 3,
  raises: ["malformed-extension"],
  ambiguity: "encoding",
  prints: {
    ...extensionUnreadable,
    ...accepts("gnutls"),
    chromium: ["chromium-invalid"],
    firefox: ["nss-key-usage"],
    others: ["openssl-41", "openssl-42"],
  },
  build: (lab) => withLeaf(lab, { extensions: { keyUsage: encodeRawExtension(OID.keyUsage, nul(), true) } }),
};
