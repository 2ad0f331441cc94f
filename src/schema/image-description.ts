import { z } from 'zod';
import { constraintSchema } from './constraint.js';
import { printedWordSchema } from './printed-word.js';

/** What a verifier says it sees, made without looking at any solution. The audit reads this and nothing else. */
export const imageDescriptionSchema = z.strictObject({
  caption: z.string(),
  keyFacts: z.array(z.string()),
  /** What could not be made out, in words: the reader should not rely on it. */
  uncertain: z.array(z.string()),
  constraints: z.array(constraintSchema),
  /** The words behind the constraints, where the verifier reads text itself. Only shown, never audited against. */
  words: z.array(printedWordSchema).default([]),
  /** Size in pixels of each image of the problem, in order; empty when unknown. */
  imageSizes: z.array(z.strictObject({ width: z.int().positive(), height: z.int().positive() })).default([]),
});
export type ImageDescription = z.infer<typeof imageDescriptionSchema>;
