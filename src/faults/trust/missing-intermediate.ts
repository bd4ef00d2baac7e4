import type { ExtensionDers } from "../build/certificate-spec.ts";
import type { Lab } from "../build/lab.ts";
import { misbehaving } from "../build/misbehaviour.ts";
import { issuerPointer } from "../build/revocation-sources.ts";
import type { Fault } from "../fault.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const missingIntermediate: Fault = {
  id: "missing-intermediate",
  title: "The intermediate certificate was not sent",
  story:
    "The server sends its own certificate alone, without the one that links it to the root. Browsers often find it elsewhere, so the fault shows only in programs.",
  citation: "RFC 8446 section 4.4.2",
  severity: "every client refuses",
  weight: 100,
  raises: ["missing-intermediate"],
  badssl: "incomplete-chain",
  ambiguity: "issuer-not-found",
  prints: {
    ...issuerNotFound,
    openssl: ["openssl-20", "openssl-21"],
    node: ["openssl-21"],
    npm: ["openssl-21"],
    dotnet: ["dotnet-partial-chain"],
    schannel: ["windows-chaining"],
  },
  build: (lab) => ({
    sent: [lab.newLeaf(lab.issuing, { extensions: deadPointer(lab) })],
    endpoints: misbehaving("crt", lab.issuing.der),
  }),
};

/** A live one names a place where its issuer is not to be had, so that it is missing for those who fetch issuers too. */
function deadPointer({ place }: Lab): ExtensionDers {
  return place === undefined ? {} : issuerPointer(`${place.url}/404.crt`);
}
