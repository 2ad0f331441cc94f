import { z } from 'zod';

/** How candidates are drawn. The defaults are those of the reference (its policy runs); temperature, top-p and length come from the prompt. */
export const generationSettingsSchema = z.strictObject({
  /** Candidates a question, from 1 to 1,000. */
  n: z.int().min(1).max(1000).default(8),
  /** Candidate k is drawn with the seed `seed + k`; jitter and nonces hang on it too. */
  seed: z.int().min(0).default(0),
  /** Instead of those of the prompt. */
  temperature: z.number().min(0).max(5).optional(),
  topP: z.number().gt(0).max(1).optional(),
  maxTokens: z.int().min(1).optional(),
  /** Each candidate gets a temperature and top-p of its own, near those asked for. */
  jitter: z.boolean().default(true),
  /** Each candidate is told that it is one of several, with a number and a nonce of its own. */
  variants: z.boolean().default(true),
  /** Penalties on repetition; 0, 0 and 1 are none, and are not sent. */
  presencePenalty: z.number().min(-2).max(2).default(0.6),
  frequencyPenalty: z.number().min(-2).max(2).default(0.3),
  repetitionPenalty: z.number().gt(0).max(2).default(1.08),
  /** Seconds for all candidates of one question. What is not there by then has failed. */
  itemTimeout: z.number().positive().max(2_000_000).default(600),
});
export type GenerationSettings = z.input<typeof generationSettingsSchema>;
export type ResolvedGeneration = z.output<typeof generationSettingsSchema>;
