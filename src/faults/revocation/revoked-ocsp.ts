import { checkedByOcsp } from "../build/revocation-scene.ts";
import type { Fault } from "../fault.ts";
import { revokedByOcsp } from "../prints/revocation.ts";

export const revokedOcsp: Fault = {
  id: "revoked-ocsp",
  title: "The responder says: revoked",
  story:
    "The CA has withdrawn the server's certificate, and its OCSP responder says so. Its key may be in wrong hands.",
  citation: "RFC 6960 section 3.2",
  severity: "some clients refuse",
  weight: 20,
  raises: ["revoked-ocsp"],
  ambiguity: "revocation",
  prints: revokedByOcsp,
  revocation: "ocsp",
  build: (lab) => checkedByOcsp(lab, { status: "revoked" }),
  mend: (lab) => checkedByOcsp(lab, {}, lab.newLeaf(lab.issuing, { key: lab.key("new leaf") })),
};
