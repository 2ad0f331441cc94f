import { AbortedError, BackendError } from '../errors/index.js';
import type { Stage } from '../schema/index.js';
import { oneLine } from '../util/one-line.js';

/** What a stage gave: a value, or the reason why there is none. */
export type StageResult<T, S extends string = Stage> = { value: T; failure: null } | { value: null; failure: { stage: S; reason: string } };

/** Runs one stage and turns whatever goes wrong into a failure with its reason. Only an abort, and an error that ends the run, pass through. */
export async function attemptStage<T, S extends string = Stage>(stage: S, signal: AbortSignal | undefined, run: () => Promise<T>): Promise<StageResult<T, S>> {
  if (signal?.aborted) throw new AbortedError('Stopped before the work was done.');
  try {
    return { value: await run(), failure: null };
  } catch (error) {
    if (signal?.aborted || error instanceof AbortedError) throw new AbortedError('Stopped before the work was done.', { cause: error });
    if (error instanceof BackendError && error.endsRun) throw error;
    return { value: null, failure: { stage, reason: oneLine(error) } };
  }
}
