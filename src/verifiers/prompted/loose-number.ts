import { z } from 'zod';

/** A number, or its digits as text. Truth values, empty text and lists are no numbers, unlike with `Number(...)`. */
export const looseNumberSchema = z.union([z.number(), z.string().trim().regex(/^[+-]?(?:\d+\.?\d*|\.\d+)$/).transform(Number)]);
