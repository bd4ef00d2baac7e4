import { OID } from "../../asn1/oids.ts";
import { oid, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** ExtKeyUsageSyntax (RFC 5280 section 4.2.1.12): key purposes, dotted. */
export const extendedKeyUsage: ExtensionCodec<readonly string[]> = extensionCodec({
  oid: OID.extendedKeyUsage,
  name: "extendedKeyUsage",
  read: (reader) => reader.sequence("ExtKeyUsageSyntax").someOf("a key purpose", (purposes) => purposes.oid()),
  write: (purposes) => sequence(...purposes.map(oid)),
});
