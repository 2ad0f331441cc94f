import { RewardError } from '../../jobs/reward/reward-error.js';

/** Whether a trainer would rather wait than be refused: it gives up for good after a few refusals. */
export type Patience = 'held' | 'shed';

/** Counts the solutions in the house, decides who may come in, and guesses when the refused may come again. */
export class Admission {
  readonly #room: Record<Patience, number>;
  #inside: Record<Patience, number> = { held: 0, shed: 0 };
  /** Milliseconds between two solutions that leave, smoothed. */
  #pace = 100;
  #lastLeft = performance.now();

  constructor(room: Record<Patience, number>) {
    this.#room = room;
  }

  get inside(): number { return this.#inside.held + this.#inside.shed; }

  /**
   * Lets solutions in. @returns what to call when they leave. @throws RewardError `queue-full`. Held ones are only counted against
   * their own kind, so that others cannot crowd them out; one request alone is never too large.
   */
  enter(count: number, patience: Patience): () => void {
    const before = patience === 'held' ? this.#inside.held : this.inside;
    if (before > 0 && before + count > this.#room[patience]) {
      throw new RewardError('queue-full', `Expected room for ${count} more solutions, but ${before} of at most ${this.#room[patience]} are waiting or under way. Come again later.`);
    }
    this.#inside[patience] += count;
    return () => {
      this.#inside[patience] -= count;
      const now = performance.now();
      this.#pace += 0.1 * ((now - this.#lastLeft) / Math.max(1, count) - this.#pace);
      this.#lastLeft = now;
    };
  }

  /** Seconds after which a tenth of the house should be empty, from 1 to 60. */
  get retryAfter(): number {
    return Math.min(60, Math.max(1, Math.ceil((this.#pace * this.inside) / 10 / 1000)));
  }
}
