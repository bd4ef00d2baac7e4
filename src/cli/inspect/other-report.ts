import { decodeOid } from "../../asn1/oid.ts";
import { oidWords } from "../../asn1/oids.ts";
import { DerReader } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import { readTree } from "../../asn1/tree.ts";
import { FieldList } from "./field-list.ts";
import type { Content, Found } from "./report.ts";

/** OCSPResponseStatus: RFC 6960 section 4.2.1. */
const statuses: Readonly<Record<number, string>> = {
  0: "successful",
  1: "malformedRequest",
  2: "internalError",
  3: "tryLater",
  5: "sigRequired",
  6: "unauthorized",
};

/** @throws PkiError ERR_DER */
export function ocspResponseContent(bytes: Uint8Array): Content {
  const status = DerReader.of(bytes).sequence().integer(TAG.enumerated, "responseStatus");
  const list = new FieldList();
  list.add("responseStatus", () => statuses[status] ?? status);
  return { title: "OCSP response", fields: list.fields, warnings: list.warnings };
}

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
