import { asBuffer } from "../../asn1/bytes.ts";
import { OID } from "../../asn1/oids.ts";
import { DerReader, derError } from "../../asn1/reader.ts";
import { octetString } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { encodeGeneralNames, parseGeneralNames } from "../general-name.ts";

/** szOID_NTDS_CA_SECURITY_EXT ([MS-WCCE] 2.2.2.7.7.4): the account that a certificate logs on, such as `S-1-5-21-…-500`. */
export const microsoftSid: ExtensionCodec<string> = extensionCodec({
  oid: OID.microsoftSid,
  name: "microsoftSid",
  read: (reader) => {
    const start = reader.offset;
    const [name, ...more] = parseGeneralNames(reader);
    if (name?.kind !== "otherName" || name.oid !== OID.microsoftObjectSid || more.length > 0)
      throw derError(start, "one otherName with an object SID", "something else");
    return asBuffer(DerReader.of(name.valueDer).octetString()).toString("latin1");
  },
  write: (sid) =>
    encodeGeneralNames([{ kind: "otherName", oid: OID.microsoftObjectSid, valueDer: octetString(Buffer.from(sid)) }]),
});
