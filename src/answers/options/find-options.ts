import { compareForms } from '../compare/compare-forms.js';
import { Effort } from '../compare/effort.js';
import { readForms } from '../forms/read-forms.js';
import { normalizeAnswer } from '../normalize-answer.js';
import { MAX_READ, tableOf, type OptionTable } from './option-table.js';
import { readOptionLetter } from './read-option-letter.js';
import { readLetterRun, readOptionLetters } from './read-option-letters.js';

const lead = /^[\s$*]*(?:\\(?:text|math)(?:bf|rm|it)?\s?\{)?\s*(?:\(\s*[A-J]\s*\)|[A-J][).:])\s*\}?[.:]?(?:\\[,;: ]|~|\s)*/i;
const between = /\s*(?:,|;|\band\b|&)\s*/;
const alone = /^[^A-Za-z]*(?:(?:option|choice|answer|text|mathrm|textbf|mathbf)[^A-Za-z]*)*[A-J][^A-Za-z0-9]*$/i;

/**
 * The places of the options an answer names, by letter or by content: several for "A, C", and for an option that is
 * listed twice. Null when it names none, or its content fits several different options. Empty when letter and content
 * contradict each other ("(B) 12" where B is 15 and A is 12).
 */
export function findOptions(answer: string, choices: readonly string[]): readonly number[] | null {
  const [table, effort] = [tableOf(choices), new Effort()];
  const whole = findTogether(answer, table, effort);
  if (whole !== null || answer.length > MAX_READ) return whole;
  const parts = answer.split(between).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > table.texts.length) return null;
  const places = parts.flatMap((part) => findTogether(part, table, effort) ?? [-1]);
  return places.includes(-1) || places.length < parts.length ? null : [...new Set(places)].sort((a, b) => a - b);
}

/** As `findOptions`, the answer taken in one piece. */
function findTogether(answer: string, table: OptionTable, effort: Effort): readonly number[] | null {
  const letters = readLetters(answer, table.texts.length);
  const places = letters?.map(placeOf) ?? [];
  const byLetter = places.length > 0 && places.every((place) => place < table.texts.length) ? withTwins(places, table) : null;
  if (byLetter !== null && (alone.test(answer) || places.length > 1)) return byLetter;
  const byContent = findByText(answer, table) ?? findByReading(answer, table, effort);
  if (byLetter === null || byContent === null) return byLetter ?? byContent;
  return byContent.join() === byLetter.join() ? byLetter : [];
}

const placeOf = (letter: string): number => letter.charCodeAt(0) - 'A'.charCodeAt(0);

/** With options at hand a lone small letter is one, too. */
function readLetters(answer: string, count: number): string[] | null {
  const single = readOptionLetter(answer) ?? (/^\s*[a-j]\s*$/.test(answer) ? answer.trim().toUpperCase() : null);
  if (single !== null) return [single];
  const several = readOptionLetters(answer) ?? readLetterRun(answer);
  return several?.every((letter) => placeOf(letter) < count) ? several : null;
}

/** Every option that reads like one of these. */
const withTwins = (places: readonly number[], { texts }: OptionTable): number[] =>
  texts.flatMap((text, i) => (places.some((place) => place === i || (texts[place] !== '' && texts[place] === text)) ? [i] : []));

function findByText(answer: string, table: OptionTable): readonly number[] | null {
  const wanted = [normalizeAnswer(answer), normalizeAnswer(answer.replace(lead, ''))].filter((text) => text !== '');
  return takeOne(table.texts.flatMap((text, i) => (wanted.includes(text) ? [i] : [])), table);
}

function findByReading(answer: string, table: OptionTable, effort: Effort): readonly number[] | null {
  const texts = [...new Set([answer, answer.replace(lead, '')])].filter((text) => text.trim() !== '' && text.length <= MAX_READ);
  const readings = texts.flatMap(readForms);
  return takeOne(table.forms.flatMap((forms, i) => (readings.some((x) => forms.some((y) => compareForms(x, y, effort).equal === true)) ? [i] : [])), table);
}

/** Places of one option and its twins; null for none, or for different options. */
const takeOne = (places: readonly number[], { texts }: OptionTable): readonly number[] | null =>
  (places.length > 0 && new Set(places.map((place) => texts[place])).size === 1 ? places : null);
