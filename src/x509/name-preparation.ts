/**
 * A directory string as it is compared: the preparation of RFC 4518 section 2 with case folding, which RFC 5280 section 7.1 asks for.
 * Two values match when their prepared forms are equal.
 */
export function prepareString(text: string): string {
  return isPlainAscii(text) ? text.toLowerCase() : prepareUnicode(text);
}

/** True for ASCII words with one space between them, which preparation only folds to lower case. */
export function isPlainAscii(text: string): boolean {
  return /^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text);
}

// Few names come here. The patterns stand in the function because reading their classes takes a while, at every start of a program.
function prepareUnicode(text: string): string {
  // RFC 4518 section 2.2, Map.
  const mapped = text
    .replace(/[\t\n\v\f\r\u0085\p{Zs}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\p{Cc}|\p{Cf}|\u1806|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]|\ufffc/gu, "");
  return foldCase(mapped.normalize("NFKC")).normalize("NFKC").replace(/ +/g, " ").trim();
}

// RFC 3454 table B.2 differs from lower case in the sharp s and the final sigma; compatibility forms are gone by NFKC.
function foldCase(text: string): string {
  return text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
}
