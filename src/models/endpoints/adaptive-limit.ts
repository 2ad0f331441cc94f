import { AbortedError } from '../../errors/index.js';
import { systemClock, type Clock } from '../clock.js';

/** Latency may rise this far above the best round before growth stops: batching makes every call a little slower. */
const HOLDS = 2;
/** Past this the server queues far more than it works on. */
const TOO_SLOW = 4;
const GROWTH = 0.1;
/** The best round is forgotten slowly, so that a run whose calls become longer does not take that for a slow server. */
const FORGET = 1.05;

export interface AdaptiveLimitOptions {
  /** Default 8. */
  start?: number;
  /** Never more in flight than this. Default 256. */
  max?: number;
  clock?: Clock;
}

export type Outcome = 'ok' | 'congested' | 'other';

/**
 * How many calls a server gets at once, found by trying (additive increase, multiplicative decrease): doubles until
 * something gives, then grows by a tenth a round while latency holds; halves on congestion, at most once a round.
 * A round is as many finished calls as the limit. Latencies are compared among calls of one `kind` only.
 */
export class AdaptiveLimit {
  private size: number;
  private busy = 0;
  private mostBusy = 0;
  private finished = 0;
  private latencies = new Map<string, number[]>();
  private isProbing = true;
  private roundStart = -Infinity;
  private readonly best = new Map<string, number>();
  private readonly line: { start: () => void }[] = [];
  private readonly max: number;
  private readonly clock: Clock;

  constructor({ start = 8, max = 256, clock = systemClock }: AdaptiveLimitOptions = {}) {
    this.max = max;
    this.size = Math.min(start, max);
    this.clock = clock;
  }

  get limit(): number {
    return Math.floor(this.size);
  }

  get inFlight(): number {
    return this.busy;
  }

  get waiting(): number {
    return this.line.length;
  }

  /** Runs a task when there is room, in order of arrival. `judge` says what an error means. @throws AbortedError while waiting. */
  async run<T>(kind: string, task: () => Promise<T>, judge: (error: unknown) => Outcome, signal?: AbortSignal): Promise<T> {
    await this.enter(signal);
    const start = this.clock.now();
    let outcome: Outcome = 'ok';
    try {
      return await task();
    } catch (error) {
      outcome = judge(error);
      throw error;
    } finally {
      this.busy--;
      this.note(outcome, kind, this.clock.now() - start, start);
      this.admit();
    }
  }

  private enter(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(new AbortedError('Stopped.'));
    if (this.line.length === 0 && this.busy < this.limit) {
      this.occupy();
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const waiter = { start: () => { signal?.removeEventListener('abort', leave); this.occupy(); resolve(); } };
      const leave = (): void => {
        this.line.splice(this.line.indexOf(waiter), 1);
        reject(new AbortedError('Stopped.'));
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.line.push(waiter);
    });
  }

  private occupy(): void {
    this.busy++;
    this.mostBusy = Math.max(this.mostBusy, this.busy);
  }

  private admit(): void {
    while (this.busy < this.limit && this.line.length > 0) this.line.shift()?.start();
  }

  private note(outcome: Outcome, kind: string, latency: number, start: number): void {
    if (outcome === 'congested') {
      this.isProbing = false;
      // What began before the last cut tells of the time before it.
      if (start >= this.roundStart) this.resize(this.size / 2);
      return;
    }
    if (outcome !== 'ok') return;
    const known = this.latencies.get(kind);
    if (known) known.push(latency);
    else this.latencies.set(kind, [latency]);
    if (++this.finished >= this.limit) this.endRound();
  }

  private endRound(): void {
    const slowdown = this.measureSlowdown();
    if (slowdown > TOO_SLOW) this.resize(this.size * (1 - GROWTH));
    else if (slowdown > HOLDS) this.isProbing = false;
    // A limit that was not reached has not been tried.
    else if (this.mostBusy >= this.limit) this.resize(this.isProbing ? this.size * 2 : this.size + Math.max(1, this.size * GROWTH));
    this.finished = 0;
    this.latencies = new Map();
    this.mostBusy = this.busy;
  }

  /** How much slower this round was than the best, over all kinds of calls. */
  private measureSlowdown(): number {
    let sum = 0;
    for (const [kind, values] of this.latencies) {
      const typical = Math.max(1, median(values));
      const best = Math.min(typical, (this.best.get(kind) ?? Infinity) * FORGET);
      this.best.set(kind, best);
      sum += (values.length * typical) / best;
    }
    return sum / this.finished;
  }

  private resize(size: number): void {
    this.size = Math.min(this.max, Math.max(1, size));
    this.roundStart = this.clock.now();
    this.finished = 0;
    this.latencies = new Map();
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 1;
}
