import { findQuantities } from '../../../maths/find-quantities.js';
import { toNumber } from '../../../maths/rational.js';

/** What a piece of printed text holds. */
export interface CellReading {
  /** `number` and `time` hold one value and nothing that changes it; `blank` is "?", "-" and the like. */
  readonly kind: 'number' | 'time' | 'blank' | 'text';
  /** Minutes since midnight for `time`; null for `blank` and `text`. */
  readonly value: number | null;
  readonly unit: string | null;
}

/** What may stand around the one value of a cell: a "per lb", a noun ("3 passengers"), brackets. */
const rest = /^[\s()[\]{}.,:;*~≈]*$|^\s*(?:\/|per\b|a\b|an\b|each\b)\s*[\p{L}.]{0,20}\s*[\p{L}.]{0,20}$/iu;

/** Reads the text of a cell as one value where it is one. */
export function readCell(text: string): CellReading {
  if (/^[\s?_–—.…-]*$/.test(text)) return { kind: 'blank', value: null, unit: null };
  const quantities = findQuantities(text);
  const [only] = quantities;
  if (only === undefined || quantities.length > 1) return { kind: 'text', value: null, unit: null };
  const [before, after] = [text.slice(0, only.start), text.slice(only.end)];
  const noun = only.noun === null || only.noun === 'per' ? 0 : only.noun.length + 1;
  if (!/^[\s([{~≈*]*$/.test(before) || !rest.test(after.slice(noun))) return { kind: 'text', value: null, unit: null };
  const per = /(?:\/|\bper\b)\s*([\p{L}.]{1,20})/iu.exec(after)?.[1];
  const base = only.percent ? '%' : (only.currency ?? only.unit);
  return { kind: only.kind, value: toNumber(only.value), unit: per === undefined ? base : `${base ?? ''}/${per.replaceAll('.', '')}` };
}
