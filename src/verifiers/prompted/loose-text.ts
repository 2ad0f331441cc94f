import { z } from 'zod';

/** Text for whatever a model put where text belongs: numbers and nested JSON are spelled out, null is empty. */
export const looseTextSchema = z.unknown().transform((value) => looseText(value)).prefault(null);

/** A list of texts, or one text for a list of one. Empty texts are dropped. */
export const looseTextsSchema = z.unknown().transform((value) => (Array.isArray(value) ? value : [value]).map(looseText).filter((text) => text !== '')).prefault(null);

function looseText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
}
