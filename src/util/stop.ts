/** What ends a piece of work: a signal from outside, or one of our own. */
export type StopSignal = AbortSignal | Stop;

/**
 * A controller and its signal in one, for the way from a request to its work. Node 20 builds every AbortSignal with hidden classes of its own, which
 * only a full garbage collection takes away; with three a request those collections were what a reward server's slowest answers waited for.
 */
export class Stop {
  #isAborted = false;
  #reason: unknown;
  readonly #callbacks = new Set<() => void>();

  /** As an AbortController has it. */
  get signal(): this { return this; }
  get aborted(): boolean { return this.#isAborted; }
  get reason(): unknown { return this.#reason; }

  abort(reason?: unknown): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    this.#reason = reason;
    for (const one of this.#callbacks) one();
    this.#callbacks.clear();
  }

  /** Calls back once it fires. Returns a function that takes the callback off again. See onAbort, which also knows what fired before. */
  watch(callback: () => void): () => void {
    this.#callbacks.add(callback);
    return () => { this.#callbacks.delete(callback); };
  }
}
