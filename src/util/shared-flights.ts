import { AbortedError } from '../errors/index.js';
import { onAbort } from './on-abort.js';
import type { StopSignal } from './stop.js';

interface Flight<T> {
  result: Promise<T>;
  waiters: number;
  controller: AbortController;
}

/** Lets equal work that is wanted at the same time be done once. Who gives up leaves alone; the work stops when nobody waits for it. */
export class SharedFlights<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** Whether such work is under way. */
  has(key: string): boolean {
    return this.#flights.has(key);
  }

  /** Waits for the work of this name, and begins it where nobody has. */
  board(key: string, signal: StopSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted) return Promise.reject(new AbortedError('Stopped before the work was done.'));
    const flight = this.#flights.get(key) ?? this.#begin(key, work);
    flight.waiters++;
    return new Promise<T>((resolve, reject) => {
      const stopWatching = onAbort(signal, () => {
        this.#leave(key, flight);
        reject(new AbortedError('Stopped before the work was done.'));
      });
      flight.result.then(resolve, reject).finally(stopWatching);
    });
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = { result: work(controller.signal), waiters: 0, controller };
    this.#flights.set(key, flight);
    const land = (): void => this.#forget(key, flight);
    flight.result.then(land, land);
    return flight;
  }

  #leave(key: string, flight: Flight<T>): void {
    if (--flight.waiters > 0) return;
    this.#forget(key, flight);
    flight.controller.abort();
  }

  /** A flight that was given up must not take passengers who come later. */
  #forget(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
