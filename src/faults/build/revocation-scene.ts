import { derFile, type Endpoint } from "./endpoint.ts";
import type { Lab } from "./lab.ts";
import type { OcspSpec } from "./ocsp.ts";
import type { SceneSpec } from "./scene.ts";

/** A client that must check for revocation, by these CRLs; without one of the issuing CA, nobody has it. */
export function checkedByCrl(
  lab: Lab,
  issuing: Uint8Array | undefined,
  root: Uint8Array = lab.crl(lab.root),
): SceneSpec {
  const crls = issuing === undefined ? [root] : [root, issuing];
  return {
    crls,
    verify: { revocation: "require" },
    endpoints: [
      derFile("/root.crl", root),
      issuing === undefined ? notFound("/issuing.crl") : derFile("/issuing.crl", issuing),
      ...caCertificates(lab),
    ],
  };
}

/** A client that must check for revocation, by the answers of the CAs' responders. */
export function checkedByOcsp(lab: Lab, spec: OcspSpec = {}, leaf = lab.leaf): SceneSpec {
  return {
    sent: lab.below(leaf),
    ocsp: [lab.ocsp(lab.issuing, leaf, spec), lab.ocsp(lab.root, lab.issuing)],
    verify: { revocation: "require" },
    endpoints: [
      { path: "/root.ocsp", answer: { kind: "ocsp", respond: lab.responder(lab.root) } },
      { path: "/issuing.ocsp", answer: { kind: "ocsp", respond: lab.responder(lab.issuing, spec) } },
      ...caCertificates(lab),
    ],
  };
}

/** Nobody knows this path. */
export function notFound(path: string): Endpoint {
  const body = Buffer.from("there is nothing here\n");
  return { path, fault: "HTTP 404", answer: { kind: "file", status: 404, contentType: "text/plain", body } };
}

function caCertificates(lab: Lab): readonly Endpoint[] {
  return [derFile("/root.crt", lab.root.der), derFile("/issuing.crt", lab.issuing.der)];
}
