import { setTimeout as sleep } from 'node:timers/promises';
import { ModelError } from '../../../models/model-error.js';
import { oneLine } from '../../../util/one-line.js';

const PAUSE_MS = 2000;
/** What passes while a model server loads: nobody listens yet, or it says that it is busy. */
const PASSING = new Set(['connection', 'timeout', 'server', 'rate-limit']);

export interface Waiting {
  /** Seconds; 0: one try. */
  seconds: number;
  signal: AbortSignal;
  /** Told once, when waiting begins. */
  tell: (message: string) => void;
  pauseMs?: number;
}

/** Connects to the models, again and again while their servers are not up. @throws what connecting threw last. */
export async function waitForModels<T>(connect: () => Promise<T>, { seconds, signal, tell, pauseMs = PAUSE_MS }: Waiting): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await connect();
    } catch (error) {
      const isPassing = error instanceof ModelError && PASSING.has(error.kind);
      if (!isPassing || signal.aborted || performance.now() + pauseMs > until) throw error;
      if (isFirst) tell(`${oneLine(error)} Waiting up to ${seconds} s for it.`);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
