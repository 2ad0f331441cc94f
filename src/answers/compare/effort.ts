/** How many single steps of evaluation one comparison may take: some ten milliseconds. */
const STEPS = 40_000;

/** What one comparison of two answers may still cost. Where it is used up, the verdict is that it cannot be told. */
export class Effort {
  #left = STEPS;

  /** Whether more was asked for than is allowed. What was found until then depends on the order of the search, so it does not count. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Whether these steps are still allowed; counts them. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }
}
