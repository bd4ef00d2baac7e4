import { toHex } from "../../asn1/bytes.ts";
import { decodeOid } from "../../asn1/oid.ts";
import { oidWords } from "../../asn1/oids.ts";
import { decodeString } from "../../asn1/string-type.ts";
import { TAG } from "../../asn1/tag.ts";

/** The octets of a value that are shown. */
const SHOWN_BYTES = 24;

/** What a primitive element says, in one line. */
export function primitiveValue(tag: number, content: Uint8Array): string {
  switch (tag) {
    case TAG.null:
      return "";
    case TAG.boolean:
      return content[0] === 0 ? "FALSE" : "TRUE";
    case TAG.oid:
      return oidValue(content);
    case TAG.integer:
    case TAG.enumerated:
      return content.length <= 6 ? String(smallInteger(content)) : `0x${shortHex(content)}`;
    case TAG.bitString:
      return `${shortHex(content.subarray(1))}${content[0] ? `, ${content[0]} bits unused` : ""}`;
    case TAG.utcTime:
    case TAG.generalizedTime:
      return Buffer.from(content).toString("latin1");
    default:
      return stringValue(tag, content);
  }
}

function oidValue(content: Uint8Array): string {
  const dotted = decodeOid(content);
  if (dotted === undefined) return shortHex(content);
  const words = oidWords(dotted);
  return words === dotted ? dotted : `${dotted} (${words})`;
}

function smallInteger(content: Uint8Array): number {
  return content.length === 0 ? 0 : Buffer.from(content).readIntBE(0, content.length);
}

/** Strings, and the IMPLICIT ones of GeneralName as far as they are readable text. */
function stringValue(tag: number, content: Uint8Array): string {
  const known = decodeString(tag, content)?.text;
  const text = known ?? (tag >= 0x80 ? Buffer.from(content).toString("latin1") : undefined);
  const readable = known !== undefined || (text !== undefined && /^[\x20-\x7e]+$/.test(text));
  return readable ? JSON.stringify(text) : shortHex(content);
}

function shortHex(content: Uint8Array): string {
  const more = content.length > SHOWN_BYTES ? `… ${content.length} octets` : "";
  return `${toHex(content.subarray(0, SHOWN_BYTES))}${more}`;
}
