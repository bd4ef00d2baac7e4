import { fromHex } from "../asn1/bytes.ts";
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

/** `unspecified` is said by saying nothing (RFC 5280 section 5.3.1). Neither extension is critical. */
const reasonExtensions: ReadonlyMap<CrlReason, Uint8Array> = new Map(
  (Object.keys(crlReasons) as CrlReason[])
    .filter((reason) => reason !== "unspecified")
    .map((reason) => [reason, encodeExtension(reasonCode, reason, false)]),
);

/** The DER of an entry of a CRL (RFC 5280 section 5.1.2.6). */
export function encodeCrlEntry({ serialHex, revokedAt, reason, invalidityDate: since }: CrlEntryInput): Uint8Array {
  const serial = fromHex(serialHex);
  if (serial === undefined) throw new TypeError(`"${serialHex}" is not the serial number of a certificate of ours`);
  const extensions = [
    reasonExtensions.get(reason),
    since === undefined ? undefined : encodeExtension(invalidityDate, since, false),
  ].filter((extension) => extension !== undefined);
  const fields = [unsignedInteger(serial), time(revokedAt)];
  return extensions.length === 0 ? sequence(...fields) : sequence(...fields, sequence(...extensions));
}
