import type { Fault } from "../fault.ts";
import { accepts, viaOpenSsl } from "../prints/prints.ts";

export const rsa1024Ca: Fault = {
  id: "rsa1024-ca",
  title: "A CA's key is too small",
  story:
    "The RSA key of a CA in the chain has less than 2048 bits. Debian, Ubuntu and RHEL refuse that by OpenSSL's security level 2.",
  citation: "NIST SP 800-131A",
  severity: "some clients refuse",
  weight: 10,
  raises: ["rsa1024-ca"],
  ambiguity: "weak",
  prints: {
    ...viaOpenSsl("openssl-67"),
    ...accepts("node", "go", "java", "gnutls", "chromium", "firefox"),
    rustls: ["rustls-algorithm", "rustls-signature"],
    server: ["alert-42"],
    others: ["openssl-67", "gnutls-insecure-algorithm", "java-disabled-algorithm", "chromium-weak-key", "nss-key-size"],
  },
  build: (lab) => {
    const small = lab.newCa(lab.root, { key: lab.key("small", "rsa-1024") });
    return { sent: [lab.newLeaf(small), small] };
  },
};
