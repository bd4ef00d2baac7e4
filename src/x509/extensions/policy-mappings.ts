import { OID } from "../../asn1/oids.ts";
import { oid, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** Two policies, dotted, that the issuer holds to be equivalent. */
export interface PolicyMapping {
  readonly issuerDomain: string;
  readonly subjectDomain: string;
}

/** PolicyMappings (RFC 5280 section 4.2.1.5). */
export const policyMappings: ExtensionCodec<readonly PolicyMapping[]> = extensionCodec({
  oid: OID.policyMappings,
  name: "policyMappings",
  read: (reader) =>
    reader.sequence("PolicyMappings").someOf("a policy mapping", (mappings) => {
      const body = mappings.sequence("a policy mapping");
      const mapping = { issuerDomain: body.oid(), subjectDomain: body.oid() };
      body.end("the end of the policy mapping");
      return mapping;
    }),
  write: (mappings) =>
    sequence(...mappings.map(({ issuerDomain, subjectDomain }) => sequence(oid(issuerDomain), oid(subjectDomain)))),
});
