import { z } from 'zod';

/** What was found wrong or right with a step, for a person. */
export const stepFindingSchema = z.strictObject({
  kind: z.string(),
  correct: z.boolean(),
  /** One sentence: "264 / 6 = 44 holds", "50 + 44 = 95 is wrong: it is 94". */
  text: z.string(),
  /** Place in the step's text, UTF-16 code units, end exclusive. */
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
});
export type StepFinding = z.infer<typeof stepFindingSchema>;

/**
 * The base judgment of one step, before the gate.
 * `no-evidence`: the verifier looked and there was nothing it can check. `unscored`: the measurement failed.
 * Neither is ever turned into a number silently.
 */
export const stepJudgmentSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('scored'),
    /** P(step is correct), in [0,1]. */
    probability: z.number().min(0).max(1),
    source: z.enum(['label-logprobs', 'top-logprobs', 'votes', 'label', 'pooling', 'builtin']),
    findings: z.array(stepFindingSchema).default([]),
  }),
  z.strictObject({ status: z.literal('no-evidence') }),
  z.strictObject({ status: z.literal('unscored'), reason: z.string() }),
]);
export type StepJudgment = z.infer<typeof stepJudgmentSchema>;
