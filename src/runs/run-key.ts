import { z } from 'zod';

/** What a record is about. Two records with equal keys are the same unit of work. */
export const runKeySchema = z.strictObject({
  /** Which setting of an experiment; `default` where there is one only. */
  configuration: z.string(),
  /** Problem id, or the name of a set of images for work that problems share. */
  problem: z.string(),
  /** 0-based; null for work on the problem as a whole. */
  candidate: z.int().nonnegative().nullable(),
  /** The stage that made it, e.g. `describe`, `audit`, `judge`, `verify`. */
  stage: z.string(),
  /** 0-based; null for work on the solution as a whole. */
  step: z.int().nonnegative().nullable(),
  /** 0-based number of a repeated draw. */
  sample: z.int().nonnegative(),
});
export type RunKey = z.infer<typeof runKeySchema>;

/** One text a key, whatever the order of its properties. */
export function encodeRunKey({ configuration, problem, candidate, stage, step, sample }: RunKey): string {
  return JSON.stringify([configuration, problem, candidate, stage, step, sample]);
}
