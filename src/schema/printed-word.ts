import { z } from 'zod';
import { placeSchema } from './place.js';

/** One word as read in an image. */
export const printedWordSchema = z.strictObject({
  /** NFKC-normalised text. */
  text: z.string(),
  /** Other readings of the same pixels (O/0, l/1, ...), best first; never contains `text`. */
  alternatives: z.array(z.string()),
  /** Mean recognition probability of its characters, in [0,1]. */
  confidence: z.number().min(0).max(1),
  place: placeSchema,
  /** Words of one printed line share a line number, unique within the image. */
  line: z.int().nonnegative(),
});
export type PrintedWord = z.infer<typeof printedWordSchema>;
