import type { AnswerForm } from './answer-form.js';
import type { ReadItem } from './read-forms.js';

const matrix = /^\\begin\s?\{(?:[pbvVB]?matrix|smallmatrix|array)\}(?:\{[clr| ]{0,40}\})?(.*)\\end\s?\{[a-zA-Z]{5,11}\}$/s;

/** A LaTeX matrix as rows; one of a single row or column is a vector. Null for anything else. */
export function readMatrix(text: string, read: ReadItem): AnswerForm | null {
  const inside = matrix.exec(text.replace(/^[([]|[)\]]$/g, ''))?.[1]?.trim().replace(/↵$/, '');
  if (inside === undefined) return null;
  const rows = inside.split('↵').map((row) => row.split('&').map((cell) => read(cell)));
  const [first = []] = rows;
  if (rows.length === 1 || rows.every((row) => row.length === 1)) return { kind: 'sequence', brackets: 'matrix', items: rows.length === 1 ? first : rows.flat() };
  return { kind: 'sequence', brackets: 'matrix', items: rows.map((items) => ({ kind: 'sequence', brackets: 'matrix', items })) };
}
