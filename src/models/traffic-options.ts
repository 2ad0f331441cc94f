import type { ResponseStore } from './cache/response-store.js';
import type { RetryOptions } from './retry.js';

/** How calls go to the servers of a model, whatever its protocol. */
export interface TrafficOptions {
  /** Calls in flight at each endpoint, at most. Default 256; how many there really are adapts to the server. */
  maxConcurrency?: number | undefined;
  requestsPerMinute?: number | undefined;
  tokensPerMinute?: number | undefined;
  retry?: RetryOptions | undefined;
  /** Where answers are kept between runs. Default: nowhere. */
  cache?: ResponseStore | undefined;
  /** How long calls that are at the server may go on after their signal fired, in milliseconds, since they are paid for. Default 0. */
  finishMs?: number | undefined;
}
