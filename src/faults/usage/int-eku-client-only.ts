import { OID } from "../../asn1/oids.ts";
import { eku } from "../build/extensions.ts";
import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { wrongPurpose } from "../prints/verification.ts";

export const intEkuClientOnly: Fault = {
  id: "int-eku-client-only",
  title: "The CA may not issue for this purpose",
  story: "A CA of the chain lists purposes, and the one needed is not there. What it issues inherits that limit.",
  citation: "RFC 5280 section 4.2.1.12",
  severity: "most clients refuse",
  weight: 15,
  raises: ["int-eku-client-only"],
  ambiguity: "purpose",
  prints: { ...wrongPurpose, java: "accepts" },
  build: (lab) => withIssuing(lab, { extensions: eku(OID.clientAuth) }),
};
