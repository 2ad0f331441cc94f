import { z } from 'zod';

/** An axis-aligned box in pixels of the upright image (EXIF orientation applied), origin at the top left. */
export const boxSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});
export type Box = z.infer<typeof boxSchema>;

/** Where something was seen: which image of the problem (0-based), and where in it. */
export const placeSchema = z.strictObject({
  image: z.int().nonnegative(),
  box: boxSchema,
});
export type Place = z.infer<typeof placeSchema>;
