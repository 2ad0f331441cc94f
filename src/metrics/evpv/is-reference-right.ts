import { spellReferenceAnswer } from './reference-answer.js';

/** The spellings that the reference accepts: of the answer, and of the text of the option that its letter names. */
export function listAcceptedSpellings(answer: string | null, choices: readonly string[] = []): Set<string> {
  if (answer === null) return new Set();
  const isLetter = /^[A-Z]$/u.test(answer);
  const chosen = isLetter ? choices[answer.charCodeAt(0) - 'A'.charCodeAt(0)] : undefined;
  const spellings = [answer, ...(chosen === undefined ? [] : [chosen])].map(spellReferenceAnswer);
  return new Set(spellings.filter((spelling) => spelling.trim() !== ''));
}

/** Whether the reference calls an answer right: equal spelling. Its evaluation of LaTeX, which needs another program, is left out. */
export function isReferenceRight(answer: string | null, accepted: ReadonlySet<string>): boolean {
  if (answer === null) return false;
  const spelling = spellReferenceAnswer(answer).trim();
  return spelling !== '' && [...accepted].some((other) => other.trim() === spelling);
}
