/**
 * A Map that forgets what was not used lately, so that input from strangers cannot grow it. It keeps two generations: when the younger is
 * full it becomes the older one, and what is not asked for until the next time goes. A hit among the young moves nothing.
 */
export class LruCache<K, V> {
  readonly #generationSize: number;
  #young = new Map<K, V>();
  #old = new Map<K, V>();

  /** @param capacity entries kept at most. */
  constructor(capacity: number) {
    this.#generationSize = Math.ceil(capacity / 2);
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) {
      this.#old.delete(key);
      this.set(key, old);
    }
    return old;
  }

  set(key: K, value: V): void {
    if (this.#young.size >= this.#generationSize) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
