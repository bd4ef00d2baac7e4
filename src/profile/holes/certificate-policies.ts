import { OID } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { sequence, text } from "../../asn1/writer.ts";
import type { PolicyInformation, PolicyQualifier } from "../../x509/extensions/certificate-policies.ts";
import type { PolicyTerm } from "../profile.ts";
import { fillUrlTemplate } from "../url-template.ts";

/** A policy with its two qualifiers: where its statement is, and a notice (RFC 5280 section 4.2.1.4). */
export function policyInformation({ oid, cps, notice }: PolicyTerm, authority: string): PolicyInformation {
  const qualifiers: PolicyQualifier[] = [];
  if (cps !== undefined) {
    const url = fillUrlTemplate(cps, authority);
    qualifiers.push({ oid: OID.policyQualifierCps, valueDer: text(TAG.ia5String, url) });
  }
  if (notice !== undefined)
    qualifiers.push({ oid: OID.policyQualifierUserNotice, valueDer: sequence(text(TAG.utf8String, notice)) });
  return { oid, qualifiers };
}
