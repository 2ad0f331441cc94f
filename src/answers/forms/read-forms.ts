import { normalizeAnswer } from '../normalize-answer.js';
import type { AnswerForm } from './answer-form.js';
import { cleanFormula } from './clean-formula.js';
import { readClock } from './read-clock.js';
import { readCollection } from './read-collection.js';
import { readEquation } from './read-equation.js';
import { readInequality } from './read-inequality.js';
import { readLabelled } from './read-labelled.js';
import { readMatrix } from './read-matrix.js';
import { readNumberForm } from './read-number-form.js';

/** Structures nested deeper are words: no answer needs them. */
const MAX_DEPTH = 4;
const hedge = /^(?:about|around|approximately|approx\.?|roughly|nearly|almost|exactly|only|≈|\\approx|\\sim)\s*(?=\S)/i;
const membership = /^\\?[a-zA-Z]\s*(?:∈|is in)\s*/;
const nothing = /^(?:∅|⦃\s*⦄|(?:the )?empty set|no (?:real )?solutions?|none)$/i;

/** How an item is read within a structure one level up. */
export type ReadItem = (text: string) => AnswerForm;

/**
 * The ways an answer can be read, the likeliest first: at most three. "1,234" is a number, and a list of 1 and 234.
 * An answer that is nothing else is words.
 */
export function readForms(answer: string): AnswerForm[] {
  const cleaned = cleanFormula(answer);
  if (cleaned === '') return [];
  const first = readCleaned(cleaned, 0);
  const list = /\d,\d{3}(?!\d)/.test(cleaned) ? readCollection(cleaned, itemReader(0), true) : null;
  const inequality = first.kind === 'sequence' ? readInequality(cleaned, false) : null;
  return [first, ...(list === null ? [] : [list]), ...(inequality === null ? [] : [inequality])];
}

const itemReader = (depth: number): ReadItem => (text) => readCleaned(text.trim(), depth + 1);

/** The likeliest reading. */
function readCleaned(text: string, depth: number): AnswerForm {
  const body = text.replace(hedge, '').replace(membership, '');
  if (nothing.test(body)) return { kind: 'set', items: [] };
  const infinity = /^([-−+]?)\s?∞$/.exec(body);
  if (infinity !== null) return { kind: 'infinity', negative: /[-−]/.test(infinity[1] ?? '') };
  const words: AnswerForm = { kind: 'words', text: spellWords(body) };
  if (depth > MAX_DEPTH) return words;
  const read = itemReader(depth);
  return readClock(body) ?? readSigns(body, read) ?? readMatrix(body, read) ?? readCollection(body, read, false)
    ?? readInequality(body, true) ?? readEquation(body, read) ?? readNumberForm(body) ?? readLabelled(body, read) ?? words;
}

/** Words in one spelling, without spaces around signs. */
const spellWords = (body: string): string => normalizeAnswer(body).replace(/\s*([^\p{L}\p{N}\s])\s*/gu, '$1');

/** "2 ± √3": both values. */
function readSigns(body: string, read: ReadItem): AnswerForm | null {
  if (!/[±]/.test(body) || /[,;=]/.test(body)) return null;
  return { kind: 'set', items: [read(body.replace(/±\s*/g, '+').replace(/∓\s*/g, '-').replace(/^\+/, '')), read(body.replace(/±\s*/g, '-').replace(/∓\s*/g, '+'))] };
}
