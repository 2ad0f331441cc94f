import { z } from 'zod';
import { placeSchema } from './place.js';

/** A reason for a verdict, in words, with the constraint and the place it rests on. */
export const evidenceSchema = z.strictObject({
  stance: z.enum(['support', 'conflict', 'unknown']),
  /** One sentence for a person: "The cell Tuesday / Number of apples reads 50, not 60." */
  text: z.string(),
  constraintId: z.string().nullable(),
  places: z.array(placeSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const share = z.number().min(0).max(1);

/** What the audit found about one visual claim. `support + conflict + unknown = 1`. */
export const claimVerdictSchema = z.strictObject({
  claim: z.string(),
  /** Whether this verifier would have found the fact, had it been there. */
  observable: z.boolean(),
  support: share,
  conflict: share,
  /** "Not seen" is unknown, never conflict. */
  unknown: share,
  /** How grave a contradiction is (EVPV audit prompt: High costs 0.5, Low 0.2); null without one. */
  severity: z.enum(['high', 'low']).nullable(),
  evidence: z.array(evidenceSchema),
});
export type ClaimVerdict = z.infer<typeof claimVerdictSchema>;
