import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts, viaOpenSsl } from "../prints/prints.ts";

export const rsa1024Leaf: Fault = {
  id: "rsa1024-leaf",
  title: "The server's key is too small",
  story:
    "The server's RSA key has less than 2048 bits. Debian, Ubuntu and RHEL refuse that by OpenSSL's security level 2.",
  citation: "NIST SP 800-131A",
  severity: "some clients refuse",
  weight: 15,
  raises: ["rsa1024-leaf"],
  badssl: "rsa1024",
  ambiguity: "weak",
  prints: {
    ...viaOpenSsl("openssl-66"),
    ...accepts("node", "go", "java", "gnutls", "chromium", "firefox"),
    rustls: ["rustls-algorithm", "rustls-signature"],
    dotnet: ["dotnet-weak-signature"],
    server: ["alert-42"],
    others: ["openssl-66", "gnutls-insecure-algorithm", "java-disabled-algorithm", "chromium-weak-key", "nss-key-size"],
  },
  build: (lab) => withLeaf(lab, { key: lab.key("small", "rsa-1024") }),
};
