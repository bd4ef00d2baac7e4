import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";

export const leafNoSki: Fault = {
  id: "leaf-no-ski",
  title: "The leaf has no key identifier",
  story: "The server's certificate has no subjectKeyIdentifier. RFC 5280 recommends one; nobody refuses for its lack.",
  citation: "RFC 5280 section 4.2.1.2",
  severity: "accepted",
  weight: 1,
  raises: ["leaf-no-ski"],
  ambiguity: "strict",
  prints: accepts("openssl", "python-3.13", "node", "go", "java", "gnutls", "chromium", "firefox", "rustls"),
  build: (lab) => withLeaf(lab, { extensions: { subjectKeyIdentifier: undefined } }),
};
