import { compareForms } from '../compare/compare-forms.js';
import type { AnswerForm } from '../forms/answer-form.js';
import { readForms } from '../forms/read-forms.js';
import { normalizeAnswer } from '../normalize-answer.js';
import { readLetterRun, readOptionLetters } from './read-option-letters.js';
import { readOptionLetter } from './read-option-letter.js';

/** Options longer than this are compared as words only. */
const MAX_READ = 400;
const MAX_OPTIONS = 26;
const lead = /^[\s$*]*(?:\\(?:text|math)(?:bf|rm|it)?\s?\{)?\s*(?:\(\s*[A-J]\s*\)|[A-J][).:])\s*\}?[.:]?(?:\\[,;: ]|~|\s)*/i;
const between = /\s*(?:,|;|\band\b|&)\s*/;
const alone = /^[^A-Za-z]*(?:(?:option|choice|answer|text|mathrm|textbf|mathbf)[^A-Za-z]*)*[A-J][^A-Za-z0-9]*$/i;

/**
 * The places of the options an answer names, by letter or by content: several for "A, C", and for an option that is
 * listed twice. Null when it names none, or its content fits several different options. Empty when letter and content
 * contradict each other ("(B) 12" where B is 15 and A is 12).
 */
export function findOptions(answer: string, choices: readonly string[]): readonly number[] | null {
  const whole = findTogether(answer, choices);
  if (whole !== null || answer.length > MAX_READ) return whole;
  const parts = answer.split(between).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > choices.length) return null;
  const places = parts.flatMap((part) => findTogether(part, choices) ?? [-1]);
  return places.includes(-1) || places.length < parts.length ? null : [...new Set(places)].sort((a, b) => a - b);
}

/** As `findOptions`, the answer taken in one piece. */
function findTogether(answer: string, choices: readonly string[]): readonly number[] | null {
  const texts = choices.slice(0, MAX_OPTIONS).map((choice) => normalizeAnswer(choice));
  const letters = readLetters(answer, choices.length);
  const places = letters?.map((letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0)) ?? [];
  const byLetter = places.length > 0 && places.every((place) => place < choices.length) ? withTwins(places, texts) : null;
  if (byLetter !== null && (alone.test(answer) || places.length > 1)) return byLetter;
  const byText = findByText(answer, texts) ?? findByContent(answer, choices.slice(0, MAX_OPTIONS), texts);
  if (byLetter === null || byText === null) return byLetter ?? byText;
  return byText.join() === byLetter.join() ? byLetter : [];
}

/** With options at hand a lone small letter is one, too. */
function readLetters(answer: string, count: number): string[] | null {
  const single = readOptionLetter(answer) ?? (/^\s*[a-j]\s*$/.test(answer) ? answer.trim().toUpperCase() : null);
  const several = single === null ? readOptionLetters(answer) ?? readLetterRun(answer) : null;
  return single !== null ? [single] : several?.every((letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0) < count) ? several : null;
}

/** Every option that reads like one of these. */
const withTwins = (places: readonly number[], texts: readonly string[]): number[] =>
  texts.flatMap((text, i) => (places.some((place) => place === i || (texts[place] !== '' && texts[place] === text)) ? [i] : []));

function findByText(answer: string, texts: readonly string[]): readonly number[] | null {
  const wanted = [normalizeAnswer(answer), normalizeAnswer(answer.replace(lead, ''))].filter((text) => text !== '');
  const found = texts.flatMap((text, i) => (wanted.includes(text) ? [i] : []));
  return found.length > 0 && new Set(found.map((i) => texts[i])).size === 1 ? found : null;
}

function findByContent(answer: string, choices: readonly string[], texts: readonly string[]): readonly number[] | null {
  const readings = [answer, answer.replace(lead, '')].filter((text, i, all) => text.trim() !== '' && text.length <= MAX_READ && all.indexOf(text) === i).flatMap(readForms);
  const found = choices.flatMap((choice, i) => (choice.length <= MAX_READ && sharesReading(readings, readForms(choice)) ? [i] : []));
  return found.length > 0 && new Set(found.map((i) => texts[i])).size === 1 ? found : null;
}

const sharesReading = (a: readonly AnswerForm[], b: readonly AnswerForm[]): boolean => a.some((x) => b.some((y) => compareForms(x, y).equal === true));
