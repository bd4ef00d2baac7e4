import { OID } from "../../asn1/oids.ts";
import { nul } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** The poison that keeps a precertificate from being used (RFC 6962 section 3.1); always critical. */
export const precertPoison: ExtensionCodec<null> = extensionCodec({
  oid: OID.precertPoison,
  name: "precertPoison",
  read: (reader) => reader.null(),
  write: nul,
});
