import { cleanFormula } from '../forms/clean-formula.js';
import { readOptionLetter } from './read-option-letter.js';

const between = /\s*(?:[,;&/]|\band\b|\bund\b|、|，)\s*|\s+/;

/** The letters (upper case, sorted, each once) of an answer that consists of option letters: "A, C", "B and D", "(A)(C)"; null for none. */
export function readOptionLetters(answer: string): string[] | null {
  if (answer.length > 200) return null;
  const text = cleanFormula(answer).replace(/\\(?:text|mathrm|textbf|mathbf)\s?\{([^{}]*)\}/g, '$1').replace(/^both\s+/i, '').replace(/\)\s*\(/g, '), (');
  const parts = text.split(between).filter((part) => part !== '' && !/^(?:and|options?|choices?)$/i.test(part));
  const letters = parts.map((part) => (/^\(?[A-Ja-j][).]?$/.test(part) ? readOptionLetter(part) : null));
  const found = letters.filter((letter) => letter !== null);
  return found.length > 0 && found.length === letters.length ? [...new Set(found)].sort() : null;
}

/** "ACD" as letters: capitals in rising order, each once. To be used only beside an answer that is a list of letters. */
export const readLetterRun = (answer: string): string[] | null => {
  const run = /^[^A-Za-z]{0,3}([A-J]{2,10})[^A-Za-z]{0,3}$/.exec(answer)?.[1];
  return run !== undefined && [...run].every((letter, i) => i === 0 || letter > (run[i - 1] ?? '')) ? [...run] : null;
};
