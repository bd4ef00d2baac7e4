import { bc } from "../build/extensions.ts";
import type { Fault } from "../fault.ts";
import { viaGnutls, viaOpenSsl } from "../prints/prints.ts";

export const pathlenExceeded: Fault = {
  id: "pathlen-exceeded",
  title: "Too many CAs below a limit",
  story: "A CA above allows only so many CAs below itself. The chain has one more.",
  citation: "RFC 5280 section 4.2.1.9",
  severity: "every client refuses",
  weight: 12,
  raises: ["pathlen-exceeded"],
  ambiguity: "purpose",
  prints: {
    ...viaOpenSsl("openssl-25"),
    ...viaGnutls("gnutls-signer-constraints"),
    go: ["go-path-length"],
    java: ["java-path-length"],
    chromium: ["chromium-invalid"],
    firefox: ["nss-path-length"],
    rustls: ["rustls-path-length"],
    dotnet: ["dotnet-not-a-ca"],
    schannel: ["windows-not-a-ca"],
    server: ["alert-42"],
  },
  build: (lab) => {
    const lastCa = bc({ ca: true, pathLength: 0 });
    const narrow = lab.newCa(lab.root, { subject: lab.subject("Last CA"), extensions: lastCa });
    const below = lab.newCa(narrow);
    return { sent: [lab.newLeaf(below), below, narrow] };
  },
};
