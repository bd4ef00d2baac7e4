import type { DerReader } from "../asn1/reader.ts";
import { oid, sequence } from "../asn1/writer.ts";
import { encodeGeneralName, type GeneralName, parseGeneralName } from "./general-name.ts";

/** AccessDescription (RFC 5280 section 4.2.2.1): what is offered (`OID.ocsp`, `OID.caIssuers`) and where. */
export interface AccessDescription {
  readonly method: string;
  readonly location: GeneralName;
}

/** A SEQUENCE OF AccessDescription. @throws PkiError ERR_DER */
export function readAccessDescriptions(reader: DerReader): readonly AccessDescription[] {
  return reader.sequence("a SEQUENCE OF AccessDescription").someOf("an AccessDescription", (descriptions) => {
    const body = descriptions.sequence("an AccessDescription");
    const description = { method: body.oid(), location: parseGeneralName(body) };
    body.end("the end of the AccessDescription");
    return description;
  });
}

export function writeAccessDescriptions(descriptions: readonly AccessDescription[]): Uint8Array {
  return sequence(...descriptions.map(({ method, location }) => sequence(oid(method), encodeGeneralName(location))));
}
