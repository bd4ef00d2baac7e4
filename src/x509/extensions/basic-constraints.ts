import { OID } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { boolean, integer, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

export interface BasicConstraints {
  readonly ca: boolean;
  /** How many CA certificates may follow below this one, self-issued ones not counted. */
  readonly pathLength?: number;
}

/** BasicConstraints (RFC 5280 section 4.2.1.9). */
export const basicConstraints: ExtensionCodec<BasicConstraints> = extensionCodec({
  oid: OID.basicConstraints,
  name: "basicConstraints",
  read: (reader) => {
    const body = reader.sequence("BasicConstraints");
    const ca = body.peek() === TAG.boolean && body.boolean();
    const pathLength = body.atEnd ? undefined : body.integer(TAG.integer, "pathLenConstraint");
    body.end("the end of BasicConstraints");
    return pathLength === undefined ? { ca } : { ca, pathLength };
  },
  write: ({ ca, pathLength }) =>
    sequence(...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])),
});
