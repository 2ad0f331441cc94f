import { z } from 'zod';
import { placeSchema } from './place.js';

/** What every constraint carries, whatever its type. */
const base = {
  /** Unique within one description, e.g. `c12`; evidence refers to it. */
  id: z.string(),
  /** Where it was seen; empty when the maker of the description does not know. */
  places: z.array(placeSchema),
  /** How sure the reading is, in [0,1]. */
  confidence: z.number().min(0).max(1),
};

/** A value read beside what it belongs to: a table cell, a labelled quantity, a tick of an axis. */
export const numericConstraintSchema = z.strictObject({
  ...base,
  type: z.literal('numeric'),
  kind: z.enum(['table-cell', 'label-value', 'axis-tick', 'stem-leaf', 'free']),
  /** The labels that name the value, most specific first: `['Tuesday', 'Number of apples']`. Empty for `free`. */
  subject: z.array(z.string()),
  /** The value as printed: `$796.00`, `10:15 A.M.`, `45°`, `?`. */
  text: z.string(),
  /** Its number where it has one (percent as printed: 12 % is 12); null for other text. */
  value: z.number().nullable(),
  /** The unit or currency as printed, null for none. */
  unit: z.string().nullable(),
  /** Other readings of `text`, best first. */
  alternatives: z.array(z.string()),
});
export type NumericConstraint = z.infer<typeof numericConstraintSchema>;

/** Printed text: a title, a header, a point letter, any line. */
export const textConstraintSchema = z.strictObject({
  ...base,
  type: z.literal('text'),
  kind: z.enum(['title', 'header', 'label', 'point', 'line']),
  text: z.string(),
  alternatives: z.array(z.string()),
});
export type TextConstraint = z.infer<typeof textConstraintSchema>;

/** A relation between named things: `parallel(AC, DE)`. */
export const relationConstraintSchema = z.strictObject({
  ...base,
  type: z.literal('relation'),
  predicate: z.string(),
  arguments: z.array(z.string()),
});
export type RelationConstraint = z.infer<typeof relationConstraintSchema>;

/** How parts make a whole: a table with its headers and rows, a chart with its axes. */
export const structureConstraintSchema = z.strictObject({
  ...base,
  type: z.literal('structure'),
  kind: z.string(),
  /** For a table: column headers, left to right; null where the table has none. */
  columns: z.array(z.string()).nullable(),
  /** For a table: row labels, top to bottom. */
  rows: z.array(z.string()).nullable(),
  summary: z.string(),
});
export type StructureConstraint = z.infer<typeof structureConstraintSchema>;

/** One typed fact about an image (EVPV paper, framework figure: numeric, geometric, structure). */
export const constraintSchema = z.discriminatedUnion('type', [
  numericConstraintSchema,
  textConstraintSchema,
  relationConstraintSchema,
  structureConstraintSchema,
]);
export type Constraint = z.infer<typeof constraintSchema>;
