import type { Extension, ExtensionCodec } from "./extension.ts";

/** A decoded extension. */
export interface DecodedExtension<T> {
  readonly critical: boolean;
  readonly value: T;
}

/** The extensions of one object, each decoded once and when it is asked for. */
export class ExtensionSet {
  readonly all: readonly Extension[];
  readonly #decoded = new Map<string, DecodedExtension<unknown> | undefined>();

  constructor(all: readonly Extension[]) {
    this.all = all;
  }

  /** The first extension of the codec's type, decoded. @throws PkiError when it does not decode */
  get<T>(codec: ExtensionCodec<T>): DecodedExtension<T> | undefined {
    if (!this.#decoded.has(codec.oid)) this.#decoded.set(codec.oid, this.#decode(codec));
    return this.#decoded.get(codec.oid) as DecodedExtension<T> | undefined;
  }

  #decode<T>(codec: ExtensionCodec<T>): DecodedExtension<T> | undefined {
    const found = this.all.find((extension) => extension.oid === codec.oid);
    return found && { critical: found.critical, value: codec.decode(found.value) };
  }
}
