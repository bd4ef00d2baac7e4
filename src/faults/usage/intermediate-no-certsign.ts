import { ku } from "../build/extensions.ts";
import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { notACa } from "../prints/verification.ts";

export const intermediateNoCertsign: Fault = {
  id: "intermediate-no-certsign",
  title: "The issuer's key may not sign certificates",
  story: "keyUsage of a CA in the chain lacks keyCertSign. What it signed does not count.",
  citation: "RFC 5280 section 4.2.1.3",
  severity: "most clients refuse",
  weight: 15,
  raises: ["intermediate-no-certsign"],
  ambiguity: "purpose",
  prints: {
    ...notACa,
    node: ["openssl-32"],
    npm: ["openssl-32"],
    gnutls: ["gnutls-signer-constraints"],
    java: ["java-no-cert-sign"],
    firefox: ["nss-key-usage"],
    rustls: "accepts",
    others: ["openssl-32", "wget-unknown-issuer"],
  },
  build: (lab) => withIssuing(lab, { extensions: ku("digitalSignature") }),
};
