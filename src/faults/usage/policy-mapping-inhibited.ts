import type { Fault } from "../fault.ts";
import { accepts, viaOpenSsl } from "../prints/prints.ts";

export const policyMappingInhibited: Fault = {
  id: "policy-mapping-inhibited",
  title: "The policies meet only by a forbidden mapping",
  story: "The policies of the chain agree only through a mapping. A CA above forbids mappings.",
  citation: "RFC 5280 section 6.1.4",
  severity: "some clients refuse",
  weight: 1,
  raises: ["policy-mapping-inhibited"],
  ambiguity: "purpose",
  prints: {
    ...accepts("openssl", "python-3.13", "node", "go", "java", "gnutls", "chromium", "firefox", "rustls"),
    ...viaOpenSsl("openssl-43"),
    java: ["java-policy"],
    chromium: ["chromium-invalid"],
    firefox: ["nss-policy"],
    dotnet: ["dotnet-policy"],
    schannel: ["windows-policy"],
  },
};
