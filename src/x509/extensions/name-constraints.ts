import { OID } from "../../asn1/oids.ts";
import type { DerReader } from "../../asn1/reader.ts";
import { contextConstructed, contextPrimitive } from "../../asn1/tag.ts";
import { integer, retag, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { encodeGeneralName, type GeneralName, parseGeneralName } from "../general-name.ts";

/** A part of the name space. RFC 5280 wants `minimum` 0 and no `maximum`. */
export interface GeneralSubtree {
  readonly base: GeneralName;
  readonly minimum: number;
  readonly maximum?: number;
}

export interface NameConstraints {
  readonly permitted: readonly GeneralSubtree[];
  readonly excluded: readonly GeneralSubtree[];
}

const permittedTag = contextConstructed(0);
const excludedTag = contextConstructed(1);
const minimumTag = contextPrimitive(0);
const maximumTag = contextPrimitive(1);

/** NameConstraints (RFC 5280 section 4.2.1.10). */
export const nameConstraints: ExtensionCodec<NameConstraints> = extensionCodec({
  oid: OID.nameConstraints,
  name: "nameConstraints",
  read: (reader) => {
    const body = reader.sequence("NameConstraints");
    const permitted = body.enterOptional(permittedTag)?.someOf("a GeneralSubtree", readSubtree) ?? [];
    const excluded = body.enterOptional(excludedTag)?.someOf("a GeneralSubtree", readSubtree) ?? [];
    body.end("the end of NameConstraints");
    return { permitted, excluded };
  },
  write: ({ permitted, excluded }) =>
    sequence(...writeSubtrees(permittedTag, permitted), ...writeSubtrees(excludedTag, excluded)),
});

function readSubtree(reader: DerReader): GeneralSubtree {
  const body = reader.sequence("a GeneralSubtree");
  const base = parseGeneralName(body);
  const minimum = body.peek() === minimumTag ? body.integer(minimumTag, "minimum") : 0;
  const maximum = body.peek() === maximumTag ? body.integer(maximumTag, "maximum") : undefined;
  body.end("the end of the GeneralSubtree");
  return maximum === undefined ? { base, minimum } : { base, minimum, maximum };
}

function writeSubtrees(tag: number, subtrees: readonly GeneralSubtree[]): Uint8Array[] {
  return subtrees.length === 0 ? [] : [retag(tag, sequence(...subtrees.map(writeSubtree)))];
}

function writeSubtree({ base, minimum, maximum }: GeneralSubtree): Uint8Array {
  return sequence(
    encodeGeneralName(base),
    ...(minimum === 0 ? [] : [integer(minimum, minimumTag)]),
    ...(maximum === undefined ? [] : [integer(maximum, maximumTag)]),
  );
}
