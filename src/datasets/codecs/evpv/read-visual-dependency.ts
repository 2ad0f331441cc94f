/**
 * The visual dependency of a step as the reference normalises it: trimmed text; null, "" and "null" (any case) mean none.
 * Other JSON values become their text, truth values in Python's spelling (reference: `norm_visual_dep`).
 */
export function readVisualDependency(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).trim();
  return text === '' || text.toLowerCase() === 'null' ? null : text;
}
