/** No wording has longer words; what is longer is data. */
const LONGEST_WORD = 64;

/**
 * The words of a text, one after the other: letters and digits of ASCII, in lower case. Everything else only parts them, so that hyphens,
 * underscores, quotes, line breaks and punctuation, in which versions differ, do not count. A minus sign before a number that stands by
 * itself belongs to it: `-9814`.
 */
export function* wordsOf(text: string): Generator<{ readonly word: string; readonly start: number }> {
  const length = text.length;
  for (let at = 0; at < length; at++) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    const start = at;
    while (at < length && isWordCode(text.charCodeAt(at))) at++;
    const from = isMinusOf(text, start) ? start - 1 : start;
    if (at - start <= LONGEST_WORD) yield { word: text.slice(from, at).toLowerCase(), start: from };
    else yield { word: "", start: from };
  }
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

function isMinusOf(text: string, start: number): boolean {
  if (text[start - 1] !== "-" || isWordCode(text.charCodeAt(start - 2))) return false;
  const code = text.charCodeAt(start);
  return code >= 48 && code <= 57;
}

/** A wording in the form in which it is compared. */
export function normalise(text: string): string {
  return Array.from(wordsOf(text), ({ word }) => word).join(" ");
}
