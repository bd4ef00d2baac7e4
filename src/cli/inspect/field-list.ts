import { isPkiError } from "../../errors/pki-error.ts";
import type { Field, FieldValue } from "./report.ts";

/** Fields as they are read: one that cannot be read says so, and the others are still read. */
export class FieldList {
  readonly fields: Record<string, Field> = {};
  readonly warnings: string[] = [];

  /** Adds what `read` gives, unless it gives nothing. */
  add<T extends FieldValue>(name: string, read: () => T | undefined, words?: (value: T) => string | undefined): void {
    this.try(name, () => {
      const value = read();
      if (value === undefined) return;
      const meaning = words?.(value);
      this.fields[name] = { value, ...(meaning !== undefined && { words: meaning }) };
    });
  }

  warn(warning: string | undefined): void {
    if (warning !== undefined) this.warnings.push(warning);
  }

  /** Reads something; a malformed one becomes a warning. */
  try<T>(name: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!isPkiError(error)) throw error;
      this.warnings.push(`${name} is unreadable: ${error.message}`);
      return undefined;
    }
  }
}
