import { OID } from "../../asn1/oids.ts";
import { type DistributionPoint, readDistributionPoints, writeDistributionPoints } from "../distribution-point.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** FreshestCRL (RFC 5280 sections 4.2.1.15 and 5.2.6): where delta CRLs are to be had. */
export const freshestCrl: ExtensionCodec<readonly DistributionPoint[]> = extensionCodec({
  oid: OID.freshestCrl,
  name: "freshestCrl",
  read: readDistributionPoints,
  write: writeDistributionPoints,
});
