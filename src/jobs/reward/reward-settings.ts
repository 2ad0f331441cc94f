import { z } from 'zod';
import { UsageError } from '../../errors/index.js';
import { premisesModeSchema } from '../../pipeline/premises.js';
import { scoringOptionsSchema } from '../../schema/index.js';
import { resolveScoringOptions } from '../../scoring/index.js';
import { defaultWeights } from './reward-components.js';
import { checkNeutral, shapingSchema } from './shaping/shaping-options.js';

const weight = z.number().min(0).max(1e6);

/** What decides rewards and how patiently they are made. The one place where these defaults are decided. */
const rewardSettingsSchema = z.strictObject({
  /** Weight of each part of the reward, from 0 up, at least one above 0. */
  weights: z.strictObject({
    answer: weight.default(defaultWeights.answer),
    format: weight.default(defaultWeights.format),
    process: weight.default(defaultWeights.process),
  }).prefault({}).refine((weights) => Object.values(weights).some((one) => one > 0), 'Expected at least one weight above 0'),
  /** `both`: leaving a declared premise out never pays (see verifyAtNoLoss). */
  premises: premisesModeSchema.default('both'),
  scoring: scoringOptionsSchema.prefault({}),
  /** Everything off by default. */
  shaping: shapingSchema.prefault({}),
  /** Milliseconds that one call may take, waiting included. */
  deadlineMs: z.number().min(1).max(2 ** 31 - 1).default(150_000),
  /** Solutions that are verified at once. */
  concurrency: z.int().min(1).max(65_536).default(64),
  /** Solutions that may wait for their turn; a call that would make them more is refused whole. */
  queue: z.int().min(0).default(16_384),
  /** Further tries of a verification in which something could not be measured. */
  retries: z.int().min(0).max(10).default(2),
  /** Steps that one solution may have. */
  maxSteps: z.int().min(1).default(2000),
  /** What takes the place of a reward that could not be given: null, a number, or an error. */
  onError: z.union([z.literal('null'), z.literal('throw'), z.number()]).default('null'),
}).check(({ value: { shaping, scoring }, issues }) => {
  const refuse = (option: string, message: string): void => { issues.push({ code: 'custom', path: ['shaping', option], message, input: shaping }); };
  const { clipLow, clipHigh } = shaping;
  if (clipLow > clipHigh) refuse('clipLow', `Expected at most \`clipHigh\` (${clipHigh}), got ${clipLow}`);
  const fault = checkNeutral(shaping, scoring.aggregate);
  if (fault !== null) refuse('stepNeutral', fault);
});

export type RewardSettings = z.input<typeof rewardSettingsSchema>;
export type ResolvedRewardSettings = z.output<typeof rewardSettingsSchema>;

/** Checks settings and fills in the defaults. @throws UsageError, one line. */
export function resolveRewardSettings(settings: RewardSettings): ResolvedRewardSettings {
  const parsed = rewardSettingsSchema.safeParse(settings);
  if (parsed.success) return { ...parsed.data, scoring: resolveScoringOptions(parsed.data.scoring) };
  const [issue] = parsed.error.issues;
  throw new UsageError(`Expected reward settings in range, but \`${issue?.path.join('.') ?? ''}\`: ${issue?.message ?? 'is wrong'}.`);
}
