/** A signal that fires when an outer one does, or when the time is over. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether it was the time that fired it. */
  readonly isOver: boolean;
  /** Stops the clock, and takes the listener off the outer signal. */
  end(): void;
}

/** Starts the clock of a piece of work. */
export function startTimeLimit(milliseconds: number, outer: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let isOver = false;
  const stop = (): void => controller.abort(outer.reason);
  if (outer.aborted) stop();
  else outer.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => {
    isOver = !controller.signal.aborted;
    controller.abort();
  }, milliseconds);
  return {
    signal: controller.signal,
    get isOver() { return isOver; },
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
}
