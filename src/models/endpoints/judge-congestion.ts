import { ModelError } from '../model-error.js';
import type { Outcome } from './limit-controller.js';

/** Whether an error means that the server has too much to do. */
export function judgeCongestion(error: unknown): Outcome {
  return error instanceof ModelError && ['rate-limit', 'server', 'timeout'].includes(error.kind) ? 'congested' : 'other';
}
