import { AbortedError } from '../errors/index.js';
import { onAbort } from './on-abort.js';
import type { StopSignal } from './stop.js';

/** Waits for work that cannot be stopped, but no longer than until the signal fires. @throws AbortedError then; what the work throws. */
export function waitUntilAborted<T>(signal: StopSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stopWatching = onAbort(signal, () => reject(new AbortedError('Stopped before the work was done.')));
    work.then(resolve, reject).finally(stopWatching);
  });
}
