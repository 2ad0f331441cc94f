import type { AggregationName, ResolvedScoringOptions } from '../../schema/index.js';
import { resolveScoringOptions } from '../../scoring/index.js';
import { RewardError } from './reward-error.js';
import type { ResolvedRewardSettings } from './reward-settings.js';
import { checkNeutral } from './shaping/shaping-options.js';

/** Makes the scoring options of a call that may name an aggregate of its own: each is checked once. @throws RewardError `shaping` where the settings allow no such aggregate. */
export function chooseScoring({ scoring, shaping }: Pick<ResolvedRewardSettings, 'scoring' | 'shaping'>): (aggregate: AggregationName | undefined) => ResolvedScoringOptions {
  const made = new Map<AggregationName, ResolvedScoringOptions>();
  return (aggregate) => {
    if (aggregate === undefined || aggregate === scoring.aggregate) return scoring as ResolvedScoringOptions;
    const fault = checkNeutral(shaping, aggregate);
    if (fault !== null) throw new RewardError('shaping', `${fault}, since \`stepNeutral\` is set.`);
    const chosen = made.get(aggregate) ?? resolveScoringOptions({ ...scoring, aggregate });
    made.set(aggregate, chosen);
    return chosen;
  };
}
