import { derAnswer, type Endpoint, notFound } from "./endpoint.ts";
import type { Issued } from "./issued.ts";
import type { Lab } from "./lab.ts";
import type { OcspSpec } from "./ocsp.ts";
import type { SceneSpec } from "./scene.ts";

/** What every scene of revocation says. */
type RevocationScene = SceneSpec & Required<Pick<SceneSpec, "verify" | "endpoints">>;

/** CRLs other than those of the good chain, or the CA that stands in place of its intermediate. */
interface CrlSources {
  readonly root?: Uint8Array;
  readonly ca?: Issued;
}

/** A client that must check for revocation, by these CRLs; without one of the issuing CA, nobody has it. */
export function checkedByCrl(
  lab: Lab,
  issuing: Uint8Array | undefined,
  { root = lab.crl(lab.root), ca = lab.issuing }: CrlSources = {},
): RevocationScene {
  return {
    crls: issuing === undefined ? [root] : [root, issuing],
    verify: { revocation: "require" },
    endpoints: [
      { path: "/root.crl", answer: derAnswer("crl", root) },
      issuing === undefined ? notFound("/issuing.crl") : { path: "/issuing.crl", answer: derAnswer("crl", issuing) },
      ...caCertificates(lab.root, ca),
    ],
  };
}

/** A client that must check for revocation, by the answers of the CAs' responders. */
export function checkedByOcsp(lab: Lab, spec: OcspSpec = {}, leaf: Issued = lab.leaf): RevocationScene {
  return {
    sent: lab.below(leaf),
    ocsp: [lab.ocsp(lab.issuing, leaf, spec), lab.ocsp(lab.root, lab.issuing)],
    verify: { revocation: "require" },
    endpoints: [
      { path: "/root.ocsp", answer: { kind: "ocsp", respond: lab.responder(lab.root) } },
      { path: "/issuing.ocsp", answer: { kind: "ocsp", respond: lab.responder(lab.issuing, spec) } },
      ...caCertificates(lab.root, lab.issuing),
    ],
  };
}

/** The certificates that the caIssuers of a chain lead to. */
function caCertificates(root: Issued, issuing: Issued): readonly Endpoint[] {
  return [
    { path: "/root.crt", answer: derAnswer("crt", root.der) },
    { path: "/issuing.crt", answer: derAnswer("crt", issuing.der) },
  ];
}
