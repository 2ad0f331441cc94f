import { z } from 'zod';
import { candidateSchema } from './candidate.js';
import { problemSchema } from './problem.js';

/** The version tag of a line of the native format. */
export const NATIVE_FORMAT = 'prm-problem/1';

/** A problem with its candidates: what readers yield, and one line of the native format. */
export const problemRecordSchema = z.strictObject({
  format: z.literal(NATIVE_FORMAT).default(NATIVE_FORMAT),
  problem: problemSchema,
  candidates: z.array(candidateSchema),
});
export type ProblemRecord = z.infer<typeof problemRecordSchema>;
