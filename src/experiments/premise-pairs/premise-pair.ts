import { z } from 'zod';
import { solutionSchema } from '../../schema/index.js';

/** Format of one line of a file of premise pairs. */
export const PREMISE_PAIR_FORMAT = 'prm-premise-pair/1';

const strength = z.int().min(0).max(2);

/** One of the two versions of a drawing, with the solution that is true of it. */
const pairVersionSchema = z.strictObject({
  /** Reference of the image: a path relative to the folder of the file. */
  image: z.string().min(1),
  /** The fact that differs, as this version shows it. */
  fact: z.string().min(1),
  /** Says the fact as a visual premise in its premise step, and goes on from it without a slip. */
  solution: solutionSchema,
});

/** Two images that differ in one fact, each with the solution that fits it: a 2 x 2 of image and premise. */
export const premisePairSchema = z.strictObject({
  format: z.literal(PREMISE_PAIR_FORMAT),
  id: z.string().min(1),
  /** What is drawn: `table`, `gauge`, ... */
  imageKind: z.string().min(1),
  /** What differs: `printed-value`, `colour`, ... */
  factKind: z.string().min(1),
  level: z.enum(['easy', 'medium', 'hard']),
  /** How strongly each hindrance was put on, from 0 (not at all) to 2. */
  difficulty: z.strictObject({ font: strength, clutter: strength, rotation: strength, noise: strength }),
  question: z.string().min(1),
  /** 0-based index, in both solutions, of the step that states the fact. */
  premiseStep: z.int().nonnegative(),
  versions: z.tuple([pairVersionSchema, pairVersionSchema]),
}).refine(({ premiseStep, versions }) => versions.every(({ solution }) => premiseStep < solution.steps.length), {
  path: ['premiseStep'], error: 'expected the index of a step of both solutions',
});
export type PremisePair = z.infer<typeof premisePairSchema>;
