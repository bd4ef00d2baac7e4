import { OID } from "../asn1/oids.ts";
import type { GeneralName } from "../x509/general-name.ts";
import type { SanKind } from "./profile.ts";

/** The word by which profiles call this form of name; undefined for the two that they never allow. */
export function sanKindOf(name: GeneralName): SanKind | undefined {
  switch (name.kind) {
    case "x400Address":
    case "ediPartyName":
      return undefined;
    case "otherName":
      if (name.oid === OID.userPrincipalName) return "upn";
      return name.oid === OID.smtpUtf8Mailbox ? "smtpUtf8Mailbox" : "otherName";
    default:
      return name.kind;
  }
}
