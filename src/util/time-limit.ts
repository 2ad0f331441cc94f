import { onAbort } from './on-abort.js';
import type { StopSignal } from './stop.js';

interface Controller<S extends StopSignal> {
  readonly signal: S;
  abort(reason?: unknown): void;
}

/**
 * A signal that fires when an outer one does, or when the time is over. A class: V8 makes a hidden class for each object literal with a getter,
 * which keeps all that the getter sees until a full garbage collection.
 */
class Limit<S extends StopSignal> {
  readonly #controller: Controller<S>;
  readonly #timer: NodeJS.Timeout;
  readonly #takeOff: () => void;
  #isOver = false;

  constructor(milliseconds: number, outer: StopSignal, controller: Controller<S>) {
    this.#controller = controller;
    this.#takeOff = onAbort(outer, () => controller.abort(outer.reason));
    this.#timer = setTimeout(() => {
      this.#isOver = !controller.signal.aborted;
      controller.abort();
    }, milliseconds);
  }

  get signal(): S { return this.#controller.signal; }
  /** Whether it was the time that fired it. */
  get isOver(): boolean { return this.#isOver; }

  /** Stops the clock, and takes the listener off the outer signal. */
  end(): void {
    clearTimeout(this.#timer);
    this.#takeOff();
  }
}
export type TimeLimit<S extends StopSignal = AbortSignal> = Limit<S>;

/** Starts the clock of a piece of work. `controller` makes the signal; default: an AbortController. */
export function startTimeLimit(milliseconds: number, outer: StopSignal): TimeLimit;
export function startTimeLimit<S extends StopSignal>(milliseconds: number, outer: StopSignal, controller: Controller<S>): TimeLimit<S>;
export function startTimeLimit(milliseconds: number, outer: StopSignal, controller: Controller<StopSignal> = new AbortController()): TimeLimit<StopSignal> {
  return new Limit(milliseconds, outer, controller);
}
