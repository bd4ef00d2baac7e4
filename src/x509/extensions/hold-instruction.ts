import { OID } from "../../asn1/oids.ts";
import { oid } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** HoldInstructionCode of a CRL entry (RFC 3280 section 5.3.2), dotted: what to do with a certificate on hold. */
export const holdInstruction: ExtensionCodec<string> = extensionCodec({
  oid: OID.holdInstructionCode,
  name: "holdInstructionCode",
  read: (reader) => reader.oid(),
  write: oid,
});
