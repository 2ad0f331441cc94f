import { z } from 'zod';
import { solutionSchema } from './solution.js';

/** Gold label of a step as VisualProcessBench has it: 1 correct, -1 incorrect, 0 neutral. */
export const stepLabelSchema = z.union([z.literal(1), z.literal(0), z.literal(-1)]);
export type StepLabel = z.infer<typeof stepLabelSchema>;

/** One of the N solutions of a problem. Its identity in the problem is its index. */
export const candidateSchema = z.strictObject({
  /** 0-based place among the problem's candidates. Slots that were empty in the source keep their number. */
  index: z.int().nonnegative(),
  solution: solutionSchema,
  /** The exact text the policy returned, where it is known. */
  response: z.string().optional(),
  /** The model that wrote it. Candidates of different policies are not exchangeable draws. */
  policy: z.string().optional(),
  /** Whether its final answer is right, as the source says. Never shown to a verifier. */
  correct: z.boolean().optional(),
  /** Gold labels, one a step. Never shown to a verifier. */
  stepLabels: z.array(stepLabelSchema).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;
