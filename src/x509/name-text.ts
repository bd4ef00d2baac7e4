import { fromHex, toHex } from "../asn1/bytes.ts";
import { attributeKeyword, oidOf } from "../asn1/oids.ts";
import { isStringTag } from "../asn1/string-type.ts";
import { PkiError } from "../errors/pki-error.ts";
import { attributeFromDer, makeAttribute, type NameAttribute } from "./name-attribute.ts";

/** A relative distinguished name: one attribute, or several that stand side by side. */
export type Rdn = readonly NameAttribute[];

/** RFC 4514 text of RDNs in encoding order: the text begins with the last one, and so with the most specific. */
export function rdnsToText(rdns: readonly Rdn[]): string {
  let text = "";
  for (const rdn of rdns) text = text === "" ? rdnText(rdn) : `${rdnText(rdn)},${text}`;
  return text;
}

// The order within an RDN means nothing; reversed it is the one that OpenSSL prints.
function rdnText(rdn: Rdn): string {
  let text = "";
  for (const attribute of rdn) text = text === "" ? attributeText(attribute) : `${attributeText(attribute)}+${text}`;
  return text;
}

function attributeText({ type, tag, value, wellFormed, der }: NameAttribute): string {
  const keyword = attributeKeyword(type);
  const asText = keyword !== type && wellFormed && isStringTag(tag);
  return `${keyword}=${asText ? escapeValue(value) : `#${toHex(der)}`}`;
}

/** What most values are made of, and nothing that is escaped. */
const plain = /^[\w.:@*/-]+$/;

// RFC 4514 section 2.4. Control characters become hexadecimal pairs too, so that a name cannot steer a terminal.
function escapeValue(value: string): string {
  if (plain.test(value)) return value;
  return value
    .replace(/[\\"+,;<>]|^[ #]| $/g, "\\$&")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => toHex(Buffer.from(character)).replace(/../g, "\\$&"));
}

const typePattern = / *(?:([a-z][a-z0-9-]*)|(?:oid\.)?(\d+(?:\.\d+)+)) *= */iy;
const hexPattern = /#((?:[0-9a-f]{2})+) */iy;
const valuePattern = /((?:\\[0-9a-f]{2}|\\[^0-9a-f]|[^\\,+;"<> ]| +(?=[^,+; ]))*) */isy;

/** RDNs in encoding order from RFC 4514 text. @throws PkiError ERR_DISTINGUISHED_NAME */
export function rdnsFromText(text: string): Rdn[] {
  const rdns: NameAttribute[][] = [];
  let at = 0;
  let joined = false;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length || joined || rdns.length > 0) {
    const named = match(typePattern);
    if (!named) throw refusal(text, at, "an attribute type and = such as CN=");
    const type = named[2] ?? oidOf(named[1] as string);
    if (type === undefined) throw refusal(text, at, `a known attribute type, not ${named[1]}`);
    const hex = match(hexPattern)?.[1];
    const attribute = hex
      ? attributeFromDer(type, fromHex(hex) as Uint8Array)
      : makeAttribute({ type, value: unescapeValue(match(valuePattern)?.[1] as string) });
    if (joined) rdns[0]?.push(attribute);
    else rdns.unshift([attribute]);
    if (at === text.length) break;
    const separator = text[at++] as string;
    if (!",;+".includes(separator)) throw refusal(text, at - 1, "a comma, or \\ before a character that needs it");
    joined = separator === "+";
  }
  return rdns;
}

function unescapeValue(raw: string): string {
  return raw.replace(/((?:\\[0-9a-f]{2})+)|\\(.)/gis, (_, pairs: string | undefined, character: string) =>
    pairs ? Buffer.from(pairs.replaceAll("\\", ""), "hex").toString("utf8") : character,
  );
}

function refusal(text: string, at: number, expected: string): PkiError {
  return new PkiError("ERR_DISTINGUISHED_NAME", { text, why: `expected ${expected} at character ${at + 1}` });
}
