import { PkiError } from "../errors/pki-error.ts";

/** Walks a text token by token; white space between tokens does not count. */
export class TextScanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
  }

  /** True when this token comes next. */
  sees(token: string): boolean {
    return this.#text.startsWith(token, this.#at);
  }

  /** Steps over this token if it comes next. */
  take(token: string): boolean {
    if (!this.sees(token)) return false;
    this.#at += token.length;
    this.#skipSpace();
    return true;
  }

  /** Steps over this token. @throws PkiError ERR_ASN1_TEXT */
  need(token: string): void {
    if (!this.take(token)) throw this.refusal(token);
  }

  /** The keyword that comes next. @throws PkiError ERR_ASN1_TEXT unless it is one of these */
  oneOf(...keywords: readonly string[]): string {
    const found = keywords.find(
      (keyword) => this.sees(keyword) && !/\w/.test(this.#text[this.#at + keyword.length] ?? ""),
    );
    if (found === undefined) throw this.refusal(keywords.join(", "));
    this.take(found);
    return found;
  }

  /** What a sticky pattern matches. @throws PkiError ERR_ASN1_TEXT */
  word(expected: string, pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw this.refusal(expected);
    this.take(found);
    return found;
  }

  /** Decimal digits with or without a sign, or `0x` and hexadecimal ones. @throws PkiError ERR_ASN1_TEXT */
  integer(): bigint {
    return BigInt(this.word("a number", /0x[0-9a-f]+|-?\d+/iy));
  }

  /** A text in double quotes; `""` inside is one quote, as in ASN.1. @throws PkiError ERR_ASN1_TEXT */
  quoted(): string {
    return this.word("a text in double quotes", /"(?:[^"]|"")*"/y)
      .slice(1, -1)
      .replaceAll('""', '"');
  }

  /** Nothing may follow. @throws PkiError ERR_ASN1_TEXT */
  end(): void {
    if (this.#at < this.#text.length) throw this.refusal("the end");
  }

  refusal(expected: string): PkiError {
    const found = this.#text.slice(this.#at, this.#at + 20) || "the end";
    return new PkiError("ERR_ASN1_TEXT", { at: this.#at + 1, expected, found });
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}
