import { ku } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { extensionUnreadable } from "../prints/verification.ts";

export const duplicateExtension: Fault = {
  id: "duplicate-extension",
  title: "The same extension twice",
  story: "The certificate has two extensions of one type. It is open which counts, so clients refuse it.",
  citation: "RFC 5280 section 4.2",
  severity: "every client refuses",
  weight: 2,
  raises: ["duplicate-extension"],
  ambiguity: "encoding",
  prints: {
    ...extensionUnreadable,
    go: ["go-duplicate-extension"],
    chromium: ["chromium-invalid"],
    others: ["openssl-41", "gnutls-duplicate-extension", "chromium-bad-format"],
  },
  build: (lab) => withLeaf(lab, { extensions: { again: ku("digitalSignature").keyUsage } }),
};
