import { Stop, type StopSignal } from './stop.js';

/** What waits for each signal. One listener a signal: Node warns of a leak when many calls of a run listen to the same one. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls back once when a signal fires, or at once when it has fired. Returns a function that takes the callback off again. */
export function onAbort(signal: StopSignal | undefined, callback: () => void): () => void {
  if (!signal) return () => {};
  if (signal.aborted) {
    callback();
    return () => {};
  }
  // A function of its own, so that one callback may wait twice.
  const own = (): void => callback();
  if (signal instanceof Stop) return signal.watch(own);
  let callbacks = waiting.get(signal);
  if (!callbacks) {
    const made = new Set<() => void>();
    callbacks = made;
    waiting.set(signal, made);
    signal.addEventListener('abort', () => { for (const one of made) one(); made.clear(); }, { once: true });
  }
  callbacks.add(own);
  return () => { callbacks.delete(own); };
}
