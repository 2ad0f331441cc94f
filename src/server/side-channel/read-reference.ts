/** What a label, ground truth or extra info says about an item. */
export interface Reference {
  /** A field named id. */
  id: string | null;
  /** Text that may be an id or an answer. */
  bare: string | null;
  answer: string | null;
}

const ID_KEYS = ['id', 'problem_id', 'item_id', 'question_id'];
const ANSWER_KEYS = ['answer', 'ground_truth', 'expected_answer'];

/** Reads `{"id": …, "answer": …}`, the same as JSON text, or a bare text or number. */
export function readReference(value: unknown): Reference {
  if (typeof value === 'number' || typeof value === 'boolean') return { id: null, bare: String(value), answer: null };
  if (typeof value === 'string') {
    const fields = tryObject(value);
    return fields === null ? { id: null, bare: value.trim() || null, answer: null } : readFields(fields);
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? readFields(value as Record<string, unknown>) : { id: null, bare: null, answer: null };
}

function readFields(fields: Record<string, unknown>): Reference {
  return { id: pick(fields, ID_KEYS), bare: pick(fields, ['index']), answer: pick(fields, ANSWER_KEYS) };
}

function pick(fields: Record<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  }
  return null;
}

function tryObject(text: string): Record<string, unknown> | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
