import { z } from 'zod';
import type { Constraint } from '../../schema/index.js';
import { readCell } from '../builtin/facts/read-cell.js';
import { looseTextSchema, looseTextsSchema } from './loose-text.js';

/** Stands for "the model did not say how sure it is". */
const CONFIDENCE_NOT_SAID = 0.5;

const answered = z.looseObject({
  type: looseTextSchema,
  kind: looseTextSchema,
  subject: looseTextsSchema,
  value: looseTextSchema,
  unit: looseTextSchema,
  predicate: looseTextSchema,
  arguments: looseTextsSchema,
  parts: looseTextsSchema,
  columns: looseTextsSchema,
  rows: looseTextsSchema,
  summary: looseTextSchema,
  text: looseTextSchema,
  confidence: z.number().min(0).max(1).catch(CONFIDENCE_NOT_SAID),
});
type Answered = z.infer<typeof answered>;

/** Reads the typed facts of a description. What fits no type is kept as text, in the model's own words. */
export function readConstraints(value: unknown): Constraint[] {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  return entries.flatMap((entry, at): Constraint[] => {
    const id = `c${at + 1}`;
    const parsed = answered.safeParse(entry);
    if (parsed.success) {
      const base = { id, places: [], confidence: parsed.data.confidence };
      return [readTyped(parsed.data, base) ?? keepAsText(parsed.data.text || JSON.stringify(entry), base)];
    }
    const text = looseTextSchema.parse(entry);
    return text === '' ? [] : [keepAsText(text, { id, places: [], confidence: CONFIDENCE_NOT_SAID })];
  });
}

type Base = Pick<Constraint, 'id' | 'places' | 'confidence'>;

function readTyped(entry: Answered, base: Base): Constraint | null {
  const { type, kind, subject, value, unit, predicate, parts, columns, rows, summary } = entry;
  if (type === 'numeric' && value !== '') {
    return { ...base, type, kind: subject.length === 0 ? 'free' : 'label-value', subject, text: value, value: readCell(value).value, unit: unit || null, alternatives: [] };
  }
  if (type === 'relation' && predicate !== '') return { ...base, type, predicate, arguments: entry.arguments };
  if (type === 'structure' && (summary !== '' || parts.length > 0)) {
    return { ...base, type, kind: kind || 'structure', columns: columns.length > 0 ? columns : null, rows: rows.length > 0 ? rows : null, summary: summary || parts.join(', ') };
  }
  return null;
}

function keepAsText(text: string, base: Base): Constraint {
  return { ...base, type: 'text', kind: 'line', text, alternatives: [] };
}
