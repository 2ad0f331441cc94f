import type { ResolvedScoringOptions, Verification } from '../../schema/index.js';
import type { ComponentValue } from './reward-components.js';

/** The verifier's score of the steps; null while a step is unmeasured, unless `onPartial` says to use what is there. */
export function rateProcess({ score }: Verification, { onPartial }: ResolvedScoringOptions): ComponentValue {
  const { status, value, aggregation, reason } = score;
  if (status === 'partial' && onPartial === 'ineligible') return { value: null, reason: reason ?? 'some steps could not be measured' };
  if (value === null) return { value, reason: reason ?? 'nothing could be checked' };
  return { value, reason: status === 'no-evidence' ? `nothing to check: neutral (${aggregation})` : aggregation };
}
