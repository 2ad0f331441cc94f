import { z } from 'zod';

/** A question about images. */
export const problemSchema = z.strictObject({
  /** Unique in its file. Given by the record; else a hash of its content and the occurrence among equal records. */
  id: z.string().min(1),
  question: z.string(),
  /** Image references in order: paths relative to the image root, `data:` URLs, or (when allowed) http(s) URLs. May be empty. */
  images: z.array(z.string()),
  /** Texts of the options, in order A, B, C, ... */
  choices: z.array(z.string()).optional(),
  /** The reference answer. Never shown to a verifier. */
  answer: z.string().optional(),
  /** The data set or sub-set it comes from: the unit of grouped metrics. */
  source: z.string().optional(),
  /** Anything else the record held that a report may group by. Never shown to a verifier. */
  metadata: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
