import { OID } from "../../asn1/oids.ts";
import { derError } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import { integer } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** CRLReason (RFC 5280 section 5.3.1): why a certificate was revoked, and the number that says so. 7 is unused. */
export const crlReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const;

export type CrlReason = keyof typeof crlReasons;

const byNumber = new Map(Object.entries(crlReasons).map(([reason, number]) => [number, reason as CrlReason]));

/** The reason that a number stands for. */
export function crlReasonOf(number: number): CrlReason | undefined {
  return byNumber.get(number as (typeof crlReasons)[CrlReason]);
}

/** ReasonCode of a CRL entry. */
export const reasonCode: ExtensionCodec<CrlReason> = extensionCodec({
  oid: OID.reasonCode,
  name: "reasonCode",
  read: (reader) => {
    const start = reader.offset;
    const number = reader.integer(TAG.enumerated, "a CRLReason");
    const reason = crlReasonOf(number);
    if (reason === undefined) throw derError(start, "a CRLReason of 0 to 10 without 7", String(number));
    return reason;
  },
  write: (reason) => integer(crlReasons[reason], TAG.enumerated),
});
