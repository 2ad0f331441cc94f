/** The parts of a reward, each in [0,1]. */
export type ComponentName = 'answer' | 'format' | 'process';

/** Weight of each part, from 0 up. A reward is the weighted mean of the parts with a weight, so it stays in [0,1]. */
export type RewardWeights = Record<ComponentName, number>;

/** The verifier alone: an answer needs a reference, and a format is the caller's. */
export const defaultWeights: RewardWeights = { answer: 0, format: 0, process: 1 };

/** One part as it is logged. */
interface RewardComponent {
  /** In [0,1]; null when it could not be measured. */
  value: number | null;
  weight: number;
  defaultWeight: number;
  range: readonly [0, 1];
  /** What the value rests on, or why there is none. */
  reason: string;
}
export type RewardComponents = Record<ComponentName, RewardComponent>;

/** What a part came to. */
export type ComponentValue = Pick<RewardComponent, 'value' | 'reason'>;

/** Puts the parts beside their weights. */
export function weighComponents(values: Record<ComponentName, ComponentValue>, weights: RewardWeights): RewardComponents {
  const weigh = (name: ComponentName): RewardComponent => {
    // Not spread: V8 then makes hidden classes for each call, which stay until a full garbage collection.
    const { value, reason } = values[name];
    return { value, reason, weight: weights[name], defaultWeight: defaultWeights[name], range: [0, 1] };
  };
  return { answer: weigh('answer'), format: weigh('format'), process: weigh('process') };
}

/** The weighted mean; null as soon as a part with a weight has no value: leaving it out would change the scale. */
export function composeReward(components: RewardComponents): number | null {
  let sum = 0;
  let total = 0;
  for (const { value, weight } of Object.values(components)) {
    if (weight === 0) continue;
    if (value === null) return null;
    sum += weight * value;
    total += weight;
  }
  return sum / total;
}
