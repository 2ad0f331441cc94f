import type { Clock } from '../clock.js';

/** How much may be spent at once: this part of a minute's worth. */
const BURST_MINUTES = 1 / 6;

/** Lets through so much a minute, in order of arrival. May go into debt when more was used than announced. */
export class TokenBucket {
  private level: number;
  private last: number;
  private line: Promise<void> = Promise.resolve();
  private readonly burst: number;

  constructor(private readonly perMinute: number, private readonly clock: Clock) {
    this.burst = Math.max(1, perMinute * BURST_MINUTES);
    this.level = this.burst;
    this.last = clock.now();
  }

  /** Waits until `amount` may be spent, and spends it. More than a burst is let through on credit. */
  async take(amount: number, signal?: AbortSignal): Promise<void> {
    const turn = this.line.then(() => this.waitFor(Math.min(amount, this.burst), signal));
    // One who gives up does not hold up the line.
    this.line = turn.catch(() => undefined);
    await turn;
    this.level -= amount;
  }

  /** Corrects what was announced; negative gives back. */
  charge(amount: number): void {
    this.level -= amount;
  }

  private async waitFor(needed: number, signal?: AbortSignal): Promise<void> {
    for (;;) {
      this.refill();
      if (this.level >= needed) return;
      await this.clock.sleep(((needed - this.level) / this.perMinute) * 60_000 + 1, signal);
    }
  }

  private refill(): void {
    const now = this.clock.now();
    this.level = Math.min(this.burst, this.level + ((now - this.last) / 60_000) * this.perMinute);
    this.last = now;
  }
}
