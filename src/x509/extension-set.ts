import { decodeExtension, type Extension, type ExtensionCodec } from "./extension.ts";

/** A decoded extension. */
export interface DecodedExtension<T> {
  readonly critical: boolean;
  readonly value: T;
}

/** The extensions of one object, each decoded once and when it is asked for. */
export class ExtensionSet {
  readonly all: readonly Extension[];
  /** At the places of `all`. There are few, so that looking for one takes no map. */
  readonly #decoded: (DecodedExtension<unknown> | undefined)[];

  constructor(all: readonly Extension[]) {
    this.all = all;
    this.#decoded = new Array(all.length);
  }

  has(oid: string): boolean {
    for (const extension of this.all) if (extension.oid === oid) return true;
    return false;
  }

  /** The first extension of the codec's type, decoded. @throws PkiError when it does not decode */
  get<T>(codec: ExtensionCodec<T>): DecodedExtension<T> | undefined {
    const { all } = this;
    for (let place = 0; place < all.length; place++) {
      const extension = all[place] as Extension;
      if (extension.oid === codec.oid) return this.#decode(place, extension, codec);
    }
    return undefined;
  }

  #decode<T>(place: number, extension: Extension, codec: ExtensionCodec<T>): DecodedExtension<T> {
    const decoded = this.#decoded[place] ?? { critical: extension.critical, value: decodeExtension(codec, extension) };
    this.#decoded[place] = decoded;
    return decoded as DecodedExtension<T>;
  }
}
