import { OID } from "../../asn1/oids.ts";
import type { DerReader } from "../../asn1/reader.ts";
import { contextPrimitive } from "../../asn1/tag.ts";
import { boolean, retag, sequence } from "../../asn1/writer.ts";
import {
  type DistributionPointName,
  type ReasonFlag,
  readDistributionPointName,
  readReasonFlags,
  writeDistributionPointName,
  writeReasonFlags,
} from "../distribution-point.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** What a CRL covers. */
export interface IssuingDistributionPoint extends DistributionPointName {
  readonly onlyContainsUserCerts: boolean;
  readonly onlyContainsCaCerts: boolean;
  readonly onlySomeReasons?: readonly ReasonFlag[];
  readonly indirectCrl: boolean;
  readonly onlyContainsAttributeCerts: boolean;
}

/** IssuingDistributionPoint (RFC 5280 section 5.2.5). */
export const issuingDistributionPoint: ExtensionCodec<IssuingDistributionPoint> = extensionCodec({
  oid: OID.issuingDistributionPoint,
  name: "issuingDistributionPoint",
  read: (reader) => {
    const body = reader.sequence("IssuingDistributionPoint");
    const name = readDistributionPointName(body);
    const onlyContainsUserCerts = readFlag(body, 1);
    const onlyContainsCaCerts = readFlag(body, 2);
    const onlySomeReasons =
      body.peek() === contextPrimitive(3) ? readReasonFlags(body, contextPrimitive(3)) : undefined;
    const indirectCrl = readFlag(body, 4);
    const onlyContainsAttributeCerts = readFlag(body, 5);
    body.end("the end of IssuingDistributionPoint");
    const flags = { onlyContainsUserCerts, onlyContainsCaCerts, indirectCrl, onlyContainsAttributeCerts };
    return { ...name, ...flags, ...(onlySomeReasons && { onlySomeReasons }) };
  },
  write: (point) =>
    sequence(
      ...writeDistributionPointName(point),
      ...writeFlag(point.onlyContainsUserCerts, 1),
      ...writeFlag(point.onlyContainsCaCerts, 2),
      ...(point.onlySomeReasons ? [writeReasonFlags(point.onlySomeReasons, contextPrimitive(3))] : []),
      ...writeFlag(point.indirectCrl, 4),
      ...writeFlag(point.onlyContainsAttributeCerts, 5),
    ),
});

function readFlag(reader: DerReader, n: number): boolean {
  return reader.peek() === contextPrimitive(n) && reader.boolean(contextPrimitive(n));
}

function writeFlag(flag: boolean, n: number): Uint8Array[] {
  return flag ? [retag(contextPrimitive(n), boolean(true))] : [];
}
