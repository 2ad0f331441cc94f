import { AbortedError, BackendError } from '../errors/index.js';
import { systemClock, type Clock } from './clock.js';
import { ModelError } from './model-error.js';

/** A server that asks for more is asked again after this long all the same. */
const MAX_RETRY_AFTER_MS = 60_000;

export interface RetryOptions {
  /** Calls in all, from 1 up. Default 6. */
  tries?: number;
  /** The wait before the second try; it doubles each time. Default 500 ms. */
  firstDelayMs?: number;
  /** Default 20 s. */
  maxDelayMs?: number;
  /** No try begins later than this after the first failure: time spent waiting for room does not count. Default 15 minutes. */
  deadlineMs?: number;
  clock?: Clock;
  /** A number in [0,1). */
  random?: () => number;
}

/**
 * Repeats a task when its error says that this may help (`isRetryable`): after what the server asked for, else after
 * delays that double, with jitter. Never repeats an abort or a final error; the last error comes out with the number of tries.
 */
export async function retry<T>(task: () => Promise<T>, options: RetryOptions = {}, signal?: AbortSignal): Promise<T> {
  const { tries = 6, firstDelayMs = 500, maxDelayMs = 20_000, deadlineMs = 900_000, clock = systemClock, random = Math.random } = options;
  let firstFailure: number | undefined;
  for (let tried = 1; ; tried++) {
    try {
      return await task();
    } catch (error) {
      if (signal?.aborted && !(error instanceof AbortedError)) throw new AbortedError('Stopped.', { cause: error });
      if (!(error instanceof BackendError) || !error.isRetryable) throw error;
      firstFailure ??= clock.now();
      const asked = error instanceof ModelError ? error.retryAfterMs : null;
      // Between half and the whole, so that calls that failed together do not come back together.
      const delay = asked === null ? Math.min(maxDelayMs, firstDelayMs * 2 ** (tried - 1)) * (0.5 + random() / 2) : Math.min(MAX_RETRY_AFTER_MS, asked) * (1 + random() / 10);
      if (tried >= tries || clock.now() - firstFailure + delay > deadlineMs) throw countTries(error, tried);
      await clock.sleep(delay, signal);
    }
  }
}

function countTries(error: BackendError, tried: number): BackendError {
  if (tried === 1) return error;
  const message = `${error.message} Tried ${tried} times.`;
  if (!(error instanceof ModelError)) return new BackendError(message, { isRetryable: true, cause: error });
  const { kind, status, retryAfterMs } = error;
  return new ModelError(message, { kind, status, retryAfterMs, isRetryable: true, cause: error });
}
