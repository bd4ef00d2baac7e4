import { sequence, time, unsignedInteger } from "../asn1/writer.ts";
import { encodeExtension } from "./extension.ts";
import { invalidityDate } from "./extensions/invalidity-date.ts";
import { type CrlReason, crlReasons, reasonCode } from "./extensions/reason-code.ts";

/** That a certificate is revoked, since when and why, as its issuer says it. */
export interface CrlEntryInput {
  /** As in `Certificate.serialHex`. */
  readonly serialHex: string;
  readonly revokedAt: Date;
  readonly reason: CrlReason;
  /** When the key is thought to have been lost. */
  readonly invalidityDate?: Date | undefined;
}

const nothing = new Uint8Array();

/** `unspecified` is said by saying nothing (RFC 5280 section 5.3.1). Neither extension is critical. */
const reasonExtensions: ReadonlyMap<CrlReason, Uint8Array> = new Map(
  (Object.keys(crlReasons) as CrlReason[]).map((reason) => [
    reason,
    reason === "unspecified" ? nothing : encodeExtension(reasonCode, reason, false),
  ]),
);

/** The extensions of an entry that gives a reason and nothing else: that is almost every one. */
const reasonAlone: ReadonlyMap<CrlReason, Uint8Array> = new Map(
  [...reasonExtensions].map(([reason, extension]) => [reason, extension === nothing ? nothing : sequence(extension)]),
);

/** The DER of an entry of a CRL (RFC 5280 section 5.1.2.6). */
export function encodeCrlEntry({ serialHex, revokedAt, reason, invalidityDate: since }: CrlEntryInput): Uint8Array {
  const serial = Buffer.from(serialHex, "hex");
  if (serial.length === 0 || serial.length * 2 !== serialHex.length)
    throw new TypeError(`"${serialHex}" is not the serial number of a certificate of ours`);
  const extensions =
    since === undefined
      ? reasonAlone.get(reason)
      : sequence(reasonExtensions.get(reason) ?? nothing, encodeExtension(invalidityDate, since, false));
  return sequence(unsignedInteger(serial), time(revokedAt), extensions ?? nothing);
}
