import { z } from 'zod';
import { claimVerdictSchema } from './claim-verdict.js';
import { aggregationNameSchema } from './scoring-options.js';
import { stepJudgmentSchema } from './step-judgment.js';

/** Pooled reliability of a step's visual premises: support + conflict + unknown = 1. */
export const reliabilitySchema = z.strictObject({
  support: z.number().min(0).max(1),
  conflict: z.number().min(0).max(1),
  unknown: z.number().min(0).max(1),
});
export type Reliability = z.infer<typeof reliabilitySchema>;

/** The reward of one step before and after the gate. */
export const stepRewardSchema = z.strictObject({
  /** 0-based. */
  index: z.int().nonnegative(),
  judgment: stepJudgmentSchema,
  /** 2 * probability - 1, in [-1,1]; null when the judgment has no probability. */
  raw: z.number().min(-1).max(1).nullable(),
  /** After the gate, in [-1,1]; null when it could not be computed. */
  gated: z.number().min(-1).max(1).nullable(),
  /** Whether the step leans on at least one visual claim. */
  isVisual: z.boolean(),
  /** Pooled over the observable claims of the step; null when there is none (the step is then unverifiable, and unchanged). */
  reliability: reliabilitySchema.nullable(),
  /** Why `gated` is null though `raw` is not: the audit failed. */
  gateFailure: z.string().nullable().default(null),
  /** The verdicts of the claims this step uses. */
  verdicts: z.array(claimVerdictSchema),
});
export type StepReward = z.infer<typeof stepRewardSchema>;

/** The score of one solution. */
export const solutionScoreSchema = z.strictObject({
  /** `partial`: some steps are unscored. `no-evidence`: nothing could be checked. `unscored`: no number can be given. */
  status: z.enum(['scored', 'partial', 'no-evidence', 'unscored']),
  /** In [0,1] (weighted and streak scores too); null when unscored. */
  value: z.number().nullable(),
  /** Share of steps with a probability or an observable premise, in [0,1]. */
  coverage: z.number().min(0).max(1),
  /** Which rewards went in. */
  used: z.enum(['gated', 'raw']),
  aggregation: aggregationNameSchema,
  /** Why it is unscored or partial; null otherwise. */
  reason: z.string().nullable().default(null),
});
export type SolutionScore = z.infer<typeof solutionScoreSchema>;
