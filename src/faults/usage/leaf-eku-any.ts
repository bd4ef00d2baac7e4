import { OID } from "../../asn1/oids.ts";
import { eku } from "../build/extensions.ts";
import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { wrongPurpose } from "../prints/verification.ts";

export const leafEkuAny: Fault = {
  id: "leaf-eku-any",
  title: "Only anyExtendedKeyUsage",
  story: 'extendedKeyUsage says "any" and nothing else. OpenSSL and Firefox want to see the very purpose.',
  citation: "RFC 5280 section 4.2.1.12",
  severity: "most clients refuse",
  weight: 6,
  raises: ["leaf-eku-any"],
  ambiguity: "purpose",
  prints: { ...wrongPurpose, ...accepts("go", "java", "gnutls", "chromium") },
  build: (lab) => withLeaf(lab, { extensions: eku(OID.anyExtendedKeyUsage) }),
};
