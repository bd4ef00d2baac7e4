import { asBuffer } from "./bytes.ts";
import { isOidContent } from "./oid.ts";
import { TAG, tagName } from "./tag.ts";

/** What is not DER about the content of a universal type (X.690 sections 8 to 11); undefined when nothing is. */
export function contentProblem(tag: number, source: Uint8Array, start: number, end: number): string | undefined {
  const first = source[start] as number;
  const length = end - start;
  switch (tag) {
    case TAG.boolean:
      return length === 1 && (first === 0 || first === 0xff) ? undefined : "a BOOLEAN is one octet, 00 or FF";
    case TAG.integer:
    case TAG.enumerated:
      return integerProblem(source, start, length);
    case TAG.bitString:
      return bitStringProblem(source, start, end);
    case TAG.null:
      return length === 0 ? undefined : "NULL has no content";
    case TAG.oid:
      return isOidContent(source, start, end)
        ? undefined
        : "an OBJECT IDENTIFIER is whole, each arc in its shortest form";
    case TAG.utcTime:
    case TAG.generalizedTime:
      return timeProblem(tag, source.subarray(start, end));
    default:
      return formProblem(tag);
  }
}

function integerProblem(source: Uint8Array, start: number, length: number): string | undefined {
  if (length === 0) return "an INTEGER has content";
  if (length === 1) return undefined;
  const sign = (source[start + 1] as number) & 0x80 ? 0xff : 0;
  return source[start] === sign ? "the INTEGER is not in its shortest form" : undefined;
}

function bitStringProblem(source: Uint8Array, start: number, end: number): string | undefined {
  const unused = source[start] as number;
  if (end === start || unused > 7) return "a BIT STRING begins with the number of unused bits, 0 to 7";
  if (end - start === 1) return unused === 0 ? undefined : "an empty BIT STRING has no unused bits";
  return (source[end - 1] as number) & ((1 << unused) - 1)
    ? "the unused bits of the BIT STRING are not zero"
    : undefined;
}

// X.690 sections 11.7 and 11.8: seconds and Z; a fraction without trailing zeros. RFC 5280 forbids the fraction besides.
function timeProblem(tag: number, content: Uint8Array): string | undefined {
  const text = asBuffer(content).toString("latin1");
  const canonical = tag === TAG.utcTime ? /^\d{12}Z$/ : /^\d{14}(\.\d*[1-9])?Z$/;
  return canonical.test(text) ? undefined : `${tagName(tag)} ${JSON.stringify(text.slice(0, 32))} lacks seconds or Z`;
}

function formProblem(tag: number): string | undefined {
  if (tag === 0) return "end-of-contents belongs to indefinite lengths";
  if ((tag & 0xc0) !== 0) return undefined;
  const type = tag & 0x1f;
  const constructed = (tag & 0x20) !== 0;
  const mustBeConstructed = type === 0x10 || type === 0x11 || type === 0x08 || type === 0x0b;
  if (constructed === mustBeConstructed) return undefined;
  return constructed ? `a constructed ${tagName(type)}` : `a primitive ${tagName(tag | 0x20)}`;
}
