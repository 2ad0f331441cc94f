import { z } from 'zod';

/**
 * How rewards are shaped for reinforcement learning. Everything is off by default. The one place where these options are decided:
 * `createRewardFunction({ shaping })` and the flags of `prm serve` are read by it. Formulas: docs/reward-shaping.md.
 */
export const shapingSchema = z.strictObject({
  /**
   * The process part does not depend on the number of steps: steps with equal words count once (the least of their rewards), steps with nothing
   * to check not at all, and `product` is the T-th root of the product. Only for aggregates that are means over steps (see neutralAggregates).
   */
  stepNeutral: z.boolean().default(false),
  /** Reward that a doubling of the length is expected to bring where something could be checked, in [-1,1]; it is taken off again there. `prm hacking` measures it. */
  lengthSlope: z.number().min(-1).max(1).default(0),
  /** Length of a response, in UTF-16 code units of its steps, at which nothing is taken off or added; from 1 up. */
  lengthReference: z.number().min(1).max(1e9).default(1000),
  /** Taken off where all premises that the text states are undeclared, less in proportion where some are declared; in [0,1]. */
  declarePenalty: z.number().min(0).max(1).default(0),
  /** Rewards below are set to it; in [0,1]. */
  clipLow: z.number().min(0).max(1).default(0),
  /** Rewards above are set to it; in [0,1], not below `clipLow`. */
  clipHigh: z.number().min(0).max(1).default(1),
  /** Discount of potential-based shaping, in (0,1]; null: no shaped step rewards. Only for callers that place rewards on tokens. */
  potentialGamma: z.number().gt(0).max(1).nullable().default(null),
  /** Advantages within the group of one problem. Only for callers that send whole groups. */
  groupAdvantage: z.enum(['none', 'grpo', 'rloo']).default('none'),
});
export type ShapingOptions = z.input<typeof shapingSchema>;
export type ResolvedShaping = z.output<typeof shapingSchema>;

/** Aggregates that are means over steps, so that a step like the others changes nothing. */
export const neutralAggregates = ['mean', 'correctness-rate', 'geometric-mean', 'product'] as const;

/** What is wrong with such an aggregate beside these options; null: nothing. */
export function checkNeutral({ stepNeutral }: Pick<ResolvedShaping, 'stepNeutral'>, aggregate: string): string | null {
  if (!stepNeutral || (neutralAggregates as readonly string[]).includes(aggregate)) return null;
  return `Expected an aggregate that is a mean over steps (${neutralAggregates.join(', ')}), got ${aggregate}`;
}
