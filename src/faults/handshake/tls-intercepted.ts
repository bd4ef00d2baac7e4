import { LAB_ORGANIZATION } from "../../x509/lab-marker.ts";
import type { Issued } from "../build/issued.ts";
import type { Lab } from "../build/lab.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const tlsIntercepted: Fault = {
  id: "tls-intercepted",
  title: "Something on the way signs for the server",
  story:
    "A proxy or virus scanner ends the connection and shows a certificate of its own, signed by its own root. This program does not trust that root, though browsers on the machine may.",
  citation: "RFC 8446 section 4.4.2",
  severity: "most clients refuse",
  weight: 60,
  raises: [],
  badssl: "superfish",
  ambiguity: "self-signed",
  needs: "trust",
  prints: {
    ...issuerNotFound,
    ...viaOpenSsl("openssl-19"),
    others: ["openssl-20", "nss-interception", "chromium-interception"],
  },
  advice: {
    why: "The same unknown root appears for unrelated hosts: the certificate is not the server's.",
    fix: [
      {
        role: "client",
        text: "if the proxy is your company's, install its root for this program; ask the operator for the file. If not, do not go on",
      },
      { role: "server", text: "nothing is wrong with the server" },
    ],
  },
  build: (lab) => ({ sent: intercepted(lab) }),
  mend: (lab) => {
    const [leaf, proxy] = intercepted(lab);
    return { sent: [leaf, proxy], trust: [lab.root, proxy] };
  },
};

/** What a proxy sends instead of the server's chain: the root is named like those of products that are sold. */
function intercepted(lab: Lab): [leaf: Issued, proxy: Issued] {
  const proxy = lab.newRoot({ subject: `CN=Zscaler Root CA,OU=Zscaler Inc.,O=${LAB_ORGANIZATION}` });
  return [lab.newLeaf(proxy), proxy];
}
