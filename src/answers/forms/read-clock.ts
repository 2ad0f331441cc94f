import { isInteger } from '../../maths/rational.js';
import { readTime } from '../../maths/read-time.js';
import { readAnswerValue } from '../read-answer-value.js';
import type { AnswerForm } from './answer-form.js';

/** A time of day ("4:30", "10:15 A.M.") or a ratio ("3:4", "1 : 2 : 5"); null for anything else. */
export function readClock(text: string): AnswerForm | null {
  if (text.length > 200) return null;
  const time = readTime(text, 0);
  if (time !== null && text.slice(time.end).trim().replace('.', '') === '' && isInteger(time.minutes)) {
    return { kind: 'time', minutes: Number(time.minutes.num), half: /m/i.test(text) };
  }
  const parts = text.split(/\s*(?::|\\colon)\s*/);
  if (parts.length < 2 || parts.length > 6) return null;
  const terms = parts.map((part) => readAnswerValue(part));
  const known = terms.filter((term) => term !== null);
  return known.length === parts.length ? { kind: 'ratio', terms: known } : null;
}
