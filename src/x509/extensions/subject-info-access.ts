import { OID } from "../../asn1/oids.ts";
import { type AccessDescription, readAccessDescriptions, writeAccessDescriptions } from "../access-description.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** SubjectInfoAccess (RFC 5280 section 4.2.2.2). */
export const subjectInfoAccess: ExtensionCodec<readonly AccessDescription[]> = extensionCodec({
  oid: OID.subjectInfoAccess,
  name: "subjectInfoAccess",
  read: readAccessDescriptions,
  write: writeAccessDescriptions,
});
