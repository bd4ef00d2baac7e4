import { OID } from "../../asn1/oids.ts";
import { eku } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { wrongPurpose } from "../prints/verification.ts";

export const wrongEku: Fault = {
  id: "wrong-eku",
  title: "Issued for another purpose",
  story:
    "extendedKeyUsage lists purposes, and the one needed is not there. Often a client certificate serves as a server's, or the other way round.",
  citation: "RFC 5280 section 4.2.1.12",
  severity: "most clients refuse",
  weight: 50,
  raises: ["wrong-eku"],
  badssl: "client",
  ambiguity: "purpose",
  prints: wrongPurpose,
  build: (lab) => withLeaf(lab, { extensions: eku(OID.clientAuth) }),
};
