/** What a label, ground truth or extra info says about an item. */
export interface Reference {
  /** A field named id. */
  id: string | null;
  /** Text that may be an id or an answer. */
  bare: string | null;
  /** A field named index: the number of a row. It may be an id, and is never an answer. */
  index: string | null;
  answer: string | null;
}

const ID_KEYS = ['id', 'problem_id', 'item_id', 'question_id'];
/** Best first: `answer` is a whole solution in some datasets. */
const ANSWER_KEYS = ['ground_truth', 'expected_answer', 'answer'];

const nothing: Reference = { id: null, bare: null, index: null, answer: null };

/** Reads `{"id": …, "answer": …}`, the same as JSON text, or a bare text or number. */
export function readReference(value: unknown): Reference {
  if (typeof value === 'number' || typeof value === 'boolean') return { ...nothing, bare: String(value) };
  if (typeof value === 'string') {
    const fields = tryObject(value);
    return fields === null ? { ...nothing, bare: value.trim() || null } : readFields(fields);
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? readFields(value as Record<string, unknown>) : nothing;
}

function readFields(fields: Record<string, unknown>): Reference {
  return { id: pick(fields, ID_KEYS), bare: null, index: pick(fields, ['index']), answer: pick(fields, ANSWER_KEYS) };
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
