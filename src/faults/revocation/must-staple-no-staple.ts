import type { Fault } from "../fault.ts";
import { accepts, viaGnutls } from "../prints/prints.ts";

export const mustStapleNoStaple: Fault = {
  id: "must-staple-no-staple",
  title: "A stapled response was promised, and none came",
  story: "The certificate says that the server always staples an OCSP response. The server did not.",
  citation: "RFC 7633 section 4.3.1",
  severity: "some clients refuse",
  weight: 10,
  raises: ["must-staple-no-staple"],
  ambiguity: "revocation",
  prints: {
    ...viaGnutls("gnutls-no-staple"),
    firefox: ["nss-no-staple"],
    ...accepts("openssl", "python-3.13", "node", "go", "java", "chromium", "rustls"),
    curl: ["curl-status-invalid"],
  },
};
