import { OID } from "../../asn1/oids.ts";
import { type DistributionPoint, readDistributionPoints, writeDistributionPoints } from "../distribution-point.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** CRLDistributionPoints (RFC 5280 section 4.2.1.13). */
export const crlDistributionPoints: ExtensionCodec<readonly DistributionPoint[]> = extensionCodec({
  oid: OID.crlDistributionPoints,
  name: "crlDistributionPoints",
  read: readDistributionPoints,
  write: writeDistributionPoints,
});
