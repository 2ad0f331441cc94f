import { z } from 'zod';

/** The gates (src/scoring/gates): how a step's reliability changes its reward. */
export const gateNameSchema = z.enum(['premise', 'evpv', 'symmetric', 'threshold', 'none']);
export type GateName = z.infer<typeof gateNameSchema>;

/** How the verdicts of a step's claims become one triple. */
export const poolNameSchema = z.enum(['weakest', 'mean']);
export type PoolName = z.infer<typeof poolNameSchema>;

/** How step rewards become the score of a solution. */
export const aggregationNameSchema = z.enum([
  'mean',
  'min',
  'product',
  'last',
  'correctness-rate',
  'weighted-correctness',
  'streak',
  'geometric-mean',
  'first-error-position',
]);
export type AggregationName = z.infer<typeof aggregationNameSchema>;

/** Everything that turns judgments and verdicts into numbers. The one place where these defaults are decided. */
export const scoringOptionsSchema = z.strictObject({
  gate: gateNameSchema.default('premise'),
  /** Weight of *unknown* in the premise gate, in [0,1]. */
  lambda: z.number().min(0).max(1).default(0.5),
  /** Support needed by the threshold gate, in [0,1]. */
  tau: z.number().min(0).max(1).default(0.5),
  pool: poolNameSchema.default('weakest'),
  /** `step`: each step's own claims. `response`: all claims of the solution on every visual step. */
  reliability: z.enum(['step', 'response']).default('step'),
  /** For the evpv gate: the p that the verifier reported, or p recomputed from the verdicts. */
  pSource: z.enum(['reported', 'recomputed']).default('recomputed'),
  aggregate: aggregationNameSchema.default('mean'),
  /** A no-evidence step counts p = 0.5 (`neutral`) or is left out (`skip`). Either way it lowers coverage. */
  onNoEvidence: z.enum(['neutral', 'skip']).default('neutral'),
  /** Whether a candidate with unscored steps may be chosen while a fully scored one can. */
  onPartial: z.enum(['ineligible', 'use-what-is-there']).default('ineligible'),
});
/** Options as given: every field optional. */
export type ScoringOptions = z.input<typeof scoringOptionsSchema>;
/** Options as resolved: no optional field. */
export type ResolvedScoringOptions = z.output<typeof scoringOptionsSchema>;
