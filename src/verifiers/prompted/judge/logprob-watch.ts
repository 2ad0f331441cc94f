import type { GenerateResult } from '../../../models/chat-model.js';

/** Settles on an answer: the one that came, or the one of `again`, where log-probabilities got lost on the way. */
export type LogprobWatch = (result: GenerateResult, again: () => Promise<GenerateResult>) => Promise<GenerateResult>;

/**
 * Tells an answer whose log-probabilities got lost from a model that gives none. A lost one is asked for again, because
 * a hard label among probabilities would be another measurement; a model that gives none is not asked twice for ever.
 */
export function createLogprobWatch(): LogprobWatch {
  let gives = false;
  let givesNone = false;
  return async (result, again) => {
    const isLost = result.tokens === null && result.finishReason === 'stop' && (gives || !givesNone);
    const settled = isLost ? await again() : result;
    if (settled.tokens !== null) gives = true;
    else if (isLost) givesNone = true;
    return settled.tokens === null ? result : settled;
  };
}
