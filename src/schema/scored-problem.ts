import { z } from 'zod';
import { candidateSchema } from './candidate.js';
import { claimVerdictSchema } from './claim-verdict.js';
import { imageDescriptionSchema } from './image-description.js';
import { problemSchema } from './problem.js';
import { scoringOptionsSchema } from './scoring-options.js';
import { solutionScoreSchema, stepRewardSchema } from './solution-score.js';
import { visualClaimSchema } from './visual-checklist.js';

/** The stages of the pipeline, in order. */
export const stageSchema = z.enum(['describe', 'checklist', 'audit', 'judge']);
export type Stage = z.infer<typeof stageSchema>;

/** A measurement that failed. It never becomes a number. */
export const stageFailureSchema = z.strictObject({ stage: stageSchema, reason: z.string() });
export type StageFailure = z.infer<typeof stageFailureSchema>;

/** A claim of the checklist with what the audit found; `verdict` is null when the audit failed. */
export const auditedClaimSchema = visualClaimSchema.extend({ verdict: claimVerdictSchema.nullable() });
export type AuditedClaim = z.infer<typeof auditedClaimSchema>;

/** Everything the pipeline found out about one solution. */
export const verificationSchema = z.strictObject({
  checklist: z.array(auditedClaimSchema),
  steps: z.array(stepRewardSchema),
  /** The score that selection uses: over gated rewards. */
  score: solutionScoreSchema,
  /** The same over raw rewards, for comparison. */
  rawScore: solutionScoreSchema,
  /** The p that the verifier itself reported for the response (EVPV `local_p_score`), in [0,1]; null when it reports none. */
  reportedP: z.number().min(0).max(1).nullable(),
  failures: z.array(stageFailureSchema),
});
export type Verification = z.infer<typeof verificationSchema>;

/** A Best-of-N choice. Ties are kept: the lowest index is chosen and the others are named. */
export const selectionSchema = z.strictObject({
  /** Index of the chosen candidate; null when none can be chosen. */
  chosen: z.int().nonnegative().nullable(),
  /** The other candidates with the same score, ascending. */
  tiedWith: z.array(z.int().nonnegative()),
  value: z.number().nullable(),
});
export type Selection = z.infer<typeof selectionSchema>;

export const scoredCandidateSchema = candidateSchema.extend({ verification: verificationSchema });
export type ScoredCandidate = z.infer<typeof scoredCandidateSchema>;

/** The version tag of a line of `prm score` output. */
export const SCORED_FORMAT = 'prm-scored/1';

/** One line of the output of `prm score`. */
export const scoredProblemSchema = z.strictObject({
  format: z.literal(SCORED_FORMAT),
  problem: problemSchema,
  /** Null when describing the images failed. */
  description: imageDescriptionSchema.nullable(),
  candidates: z.array(scoredCandidateSchema),
  /** Best-of-N by gated and by raw score. */
  selection: z.strictObject({ gated: selectionSchema, raw: selectionSchema }),
  scoring: scoringOptionsSchema,
  /** Id of the verifier, with its version. */
  verifier: z.string(),
});
export type ScoredProblem = z.infer<typeof scoredProblemSchema>;
