import { PkiError } from "../../errors/pki-error.ts";

/** The fields of a JSON object, each checked as it is read. A field that is null is one that is not there. */
export class CaseFields {
  readonly #fields: Readonly<Record<string, unknown>>;

  private constructor(fields: Readonly<Record<string, unknown>>) {
    this.#fields = fields;
  }

  /** @throws PkiError ERR_BATCH_CASE when it is no object */
  static of(value: unknown, what = "the case"): CaseFields {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(what, "an object");
    return new CaseFields(value as Record<string, unknown>);
  }

  text(name: string): string | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value !== undefined && typeof value !== "string") throw wrong(name, "a text");
    return value;
  }

  number(name: string): number | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value !== undefined && !(Number.isSafeInteger(value) && (value as number) >= 0))
      throw wrong(name, "a whole number");
    return value as number | undefined;
  }

  boolean(name: string): boolean {
    const value = this.#fields[name] ?? false;
    if (typeof value !== "boolean") throw wrong(name, "true or false");
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined || allowed.includes(value as T)) return value as T | undefined;
    throw wrong(name, `one of ${allowed.join(", ")}`);
  }

  texts(name: string): readonly string[] {
    const value = this.#fields[name] ?? [];
    if (!Array.isArray(value) || value.some((item) => typeof item !== "string")) throw wrong(name, "a list of texts");
    return value;
  }

  /** The objects of a list, or the one that stands alone. */
  objects(name: string): readonly CaseFields[] {
    const value = this.#fields[name] ?? [];
    return (Array.isArray(value) ? value : [value]).map((item) => CaseFields.of(item, name));
  }
}

function wrong(what: string, expected: string): PkiError {
  return new PkiError("ERR_BATCH_CASE", { problem: `${what} is not ${expected}` });
}
