import { z } from 'zod';

/** One step of a solution. */
export const stepSchema = z.strictObject({
  text: z.string(),
  /** The visual premise the step leans on, in the policy's words; null for none (or, in an undeclared checklist, not said). */
  visualDependency: z.string().nullable(),
  /** The step's place in the exact response text, in UTF-16 code units, end exclusive. */
  charStart: z.int().nonnegative().optional(),
  charEnd: z.int().nonnegative().optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** A step-by-step solution. */
export const solutionSchema = z.strictObject({
  steps: z.array(stepSchema),
  finalAnswer: z.string().optional(),
  /** `declared`: the policy said for each step which visual premise it uses (perhaps none). `undeclared`: nobody asked it. */
  checklist: z.enum(['declared', 'undeclared']),
});
export type Solution = z.infer<typeof solutionSchema>;
