import { decodeOid } from "../../asn1/oid.ts";
import { oidWords } from "../../asn1/oids.ts";
import { readTree } from "../../asn1/tree.ts";
import type { Content, Found } from "./report.ts";

/** The named curve that OpenSSL writes before an EC key. */
export function parametersContent(bytes: Uint8Array): Content {
  const [element] = readTree(bytes);
  const oid = element && decodeOid(element.content);
  const fields = oid === undefined ? {} : { curve: { value: oidWords(oid) } };
  return { title: "key parameters", fields, warnings: [] };
}

export function unknownContent({ block }: Found): Content {
  const title = block === undefined ? "an ASN.1 structure that rootcause does not know" : `PEM block ${block.label}`;
  return { title, fields: {}, warnings: ["its fields are not known here: --asn1 shows what stands in it"] };
}
