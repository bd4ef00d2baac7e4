/** Text from a stranger's certificate cannot steer the terminal: control characters show as their code points. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (it) => `\\u{${(it.codePointAt(0) as number).toString(16)}}`);
}
