import { OID } from "../../asn1/oids.ts";
import { type AccessDescription, readAccessDescriptions, writeAccessDescriptions } from "../access-description.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** AuthorityInfoAccess (RFC 5280 section 4.2.2.1). */
export const authorityInfoAccess: ExtensionCodec<readonly AccessDescription[]> = extensionCodec({
  oid: OID.authorityInfoAccess,
  name: "authorityInfoAccess",
  read: readAccessDescriptions,
  write: writeAccessDescriptions,
});
