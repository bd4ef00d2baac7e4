import type { Fault } from "../fault.ts";
import { badSignature } from "../prints/verification.ts";

export const sameNameIssuerOtherKey: Fault = {
  id: "same-name-issuer-other-key",
  title: "A CA was made again under its old name",
  story:
    "The issuer is found by its name, and its key did not sign this certificate. Mostly somebody deleted a development CA and created it anew.",
  citation: "RFC 5280 section 6.1.3",
  severity: "every client refuses",
  weight: 32,
  raises: ["same-name-issuer-other-key"],
  ambiguity: "signature",
  needs: "trust",
  prints: { ...badSignature, rustls: ["rustls-signature", "rustls-unknown-issuer"] },
  build: (lab) => {
    const old = lab.newCa(lab.root, { extensions: withoutIdentifiers });
    const anew = lab.newCa(lab.root, { extensions: withoutIdentifiers, key: lab.key("made again") });
    return { sent: [lab.newLeaf(old, { extensions: withoutIdentifiers }), anew] };
  },
};

/** Where identifiers tell the two keys apart, OpenSSL and GnuTLS find no issuer at all. */
const withoutIdentifiers = { authorityKeyIdentifier: undefined, subjectKeyIdentifier: undefined };
