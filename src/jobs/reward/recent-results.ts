/** The last results that were used, at most so many. */
export class RecentResults<T> {
  readonly #most: number;
  readonly #results = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    const found = this.#results.get(key);
    if (found === undefined) return undefined;
    // A map keeps the order of insertion: what was used last stands last.
    this.#results.delete(key);
    this.#results.set(key, found);
    return found;
  }

  set(key: string, result: T): void {
    this.#results.delete(key);
    this.#results.set(key, result);
    if (this.#results.size > this.#most) this.#results.delete(this.#results.keys().next().value as string);
  }
}
