import { OID } from "../../asn1/oids.ts";
import { generalizedTime } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../../x509/extension.ts";

/** ArchiveCutoff (RFC 6960 section 4.4.4): the responder knows the state of certificates that expired since then. */
export const archiveCutoff: ExtensionCodec<Date> = extensionCodec({
  oid: OID.ocspArchiveCutoff,
  name: "archiveCutoff",
  read: (reader) => reader.generalizedTime(),
  write: generalizedTime,
});
