import { z } from 'zod';

/** A distinct visual claim with the steps (0-based) that use it. */
export const visualClaimSchema = z.strictObject({
  claim: z.string(),
  steps: z.array(z.int().nonnegative()),
  /** `declared` by the policy, or `extracted` from the step texts by the verifier. */
  origin: z.enum(['declared', 'extracted']),
});
export type VisualClaim = z.infer<typeof visualClaimSchema>;

/** The distinct visual claims of one solution, in order of first use (EVPV: the visual checklist V). */
export const visualChecklistSchema = z.array(visualClaimSchema);
export type VisualChecklist = z.infer<typeof visualChecklistSchema>;
