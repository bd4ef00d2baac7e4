import { asBuffer, toHex } from "../asn1/bytes.ts";
import type { Element } from "../asn1/element.ts";
import { decodeOid } from "../asn1/oid.ts";
import { decodeString } from "../asn1/string-type.ts";
import { TAG } from "../asn1/tag.ts";
import { isPlainAscii, prepareString } from "./name-preparation.ts";
import { nameElement, walkName } from "./name-structure.ts";

/**
 * The normal form of a Name (RFC 5280 section 7.1): a line an RDN, an attribute its type and its prepared value. No prepared value holds
 * a line feed or a tab, so equal keys mean equal names, and a key that begins with the lines of another lies in that one's subtree.
 * @throws PkiError ERR_DER
 */
export function nameKey(der: Uint8Array): string {
  const octets = asBuffer(der).toString("latin1"); // one call into the decoder for all values
  const rdns: string[][] = [];
  walkName(nameElement(der), (type, value, rdn) => {
    const attribute = `${decodeOid(der, type.contentStart, type.end)}=${valueKey(value, octets)}`;
    const beside = rdns[rdn];
    if (beside === undefined) rdns.push([attribute]);
    else beside.push(attribute);
  });
  return rdns.map((rdn) => (rdn.length === 1 ? rdn[0] : rdn.sort().join("\t"))).join("\n");
}

function valueKey(value: Element, octets: string): string {
  const { tag, contentStart, end } = value;
  if (tag === TAG.utf8String || tag === TAG.printableString || tag === TAG.ia5String) {
    const text = octets.slice(contentStart, end);
    if (isPlainAscii(text)) return text.toLowerCase();
  }
  const text = decodeString(tag, value.content)?.text;
  // RFC 4518 section 2.4 prohibits U+FFFD, which stands for octets that are no character: such values match octet by octet.
  return text === undefined || text.includes("\ufffd") ? `\0${toHex(value.der)}` : prepareString(text);
}
