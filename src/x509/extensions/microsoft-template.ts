import { OID } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { integer, oid, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

export interface MicrosoftTemplate {
  /** The template, dotted. */
  readonly oid: string;
  readonly majorVersion?: number;
  readonly minorVersion?: number;
}

/** szOID_CERTIFICATE_TEMPLATE ([MS-WCCE] 2.2.2.7.7.2): the template of version 2 and later. */
export const microsoftTemplate: ExtensionCodec<MicrosoftTemplate> = extensionCodec({
  oid: OID.microsoftTemplate,
  name: "microsoftTemplate",
  read: (reader) => {
    const body = reader.sequence("CertificateTemplateOID");
    const template = body.oid();
    const majorVersion = body.atEnd ? undefined : body.integer(TAG.integer, "templateMajorVersion");
    const minorVersion = body.atEnd ? undefined : body.integer(TAG.integer, "templateMinorVersion");
    body.end("the end of CertificateTemplateOID");
    return {
      oid: template,
      ...(majorVersion !== undefined && { majorVersion }),
      ...(minorVersion !== undefined && { minorVersion }),
    };
  },
  write: ({ oid: template, majorVersion, minorVersion }) =>
    sequence(
      oid(template),
      ...(majorVersion === undefined ? [] : [integer(majorVersion)]),
      ...(minorVersion === undefined ? [] : [integer(minorVersion)]),
    ),
});
