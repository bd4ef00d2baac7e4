import { OID } from "../../asn1/oids.ts";
import { integer } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** DeltaCRLIndicator (RFC 5280 section 5.2.4): the number of the base that this list adds to. */
export const deltaCrlIndicator: ExtensionCodec<bigint> = extensionCodec({
  oid: OID.deltaCrlIndicator,
  name: "deltaCrlIndicator",
  read: (reader) => reader.bigInteger(),
  write: (baseNumber) => integer(baseNumber),
});
