import { AbortedError } from '../../errors/index.js';
import { systemClock, type Clock } from '../clock.js';
import { onAbort } from '../../util/on-abort.js';
import { LimitController, type Outcome } from './limit-controller.js';

export interface AdaptiveLimitOptions {
  /** Default 8. */
  start?: number | undefined;
  /** Never more in flight than this. Default 256. */
  max?: number | undefined;
  clock?: Clock | undefined;
}

/** Lets so many tasks run at once as the server turns out to take (see LimitController); the others wait in line. */
export class AdaptiveLimit {
  private busy = 0;
  private readonly line: { start: () => void }[] = [];
  private readonly controller: LimitController;
  private readonly clock: Clock;

  constructor({ start = 8, max = 256, clock = systemClock }: AdaptiveLimitOptions = {}) {
    this.controller = new LimitController(start, max);
    this.clock = clock;
  }

  get limit(): number {
    return this.controller.limit;
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
      this.controller.note({ outcome, kind, start, latency: this.clock.now() - start });
      while (this.busy < this.limit && this.line.length > 0) this.line.shift()?.start();
    }
  }

  private enter(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(new AbortedError('Stopped.'));
    if (this.line.length === 0 && this.busy < this.limit) {
      this.occupy();
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const waiter = {
        start: () => {
          leave();
          this.occupy();
          resolve();
        },
      };
      const leave = onAbort(signal, () => {
        this.line.splice(this.line.indexOf(waiter), 1);
        reject(new AbortedError('Stopped.'));
      });
      this.line.push(waiter);
    });
  }

  private occupy(): void {
    this.controller.see(++this.busy);
  }
}
