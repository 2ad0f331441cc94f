import { findLastBoxed } from './find-last-boxed.js';

/** Only this much of the end of a text is searched, in UTF-16 code units. */
const MAX_CHARACTERS = 20_000;
const MAX_ANSWER = 500;

const announced = /(?:final answer|correct answer|correct option|correct choice|answer|correct letter)(?:\s+(?:to|of|for|from)\s[^.\n]{0,80}?)?(?:\s+(?:is|would be|must be|should be)(?:\s+(?:option|choice))?|\s*[:=])\s*/gi;
/** What ends an announced answer: the sentence, the line, or a reason. */
const ending = /[.!?](?=\s|$|\*)|\n|\s(?:because|since|as it|which is)\s/;

/**
 * Finds the final answer a text states: what it marks as its answer (see `findStatedAnswer`), else its last line that
 * is not empty. Returned as written, without mark-up around it; null when there is nothing.
 */
export function extractFinalAnswer(text: string): string | null {
  const stated = findStatedAnswer(text);
  return stated ?? clean(text.slice(-MAX_CHARACTERS).split('\n').findLast((line) => clean(line) !== null) ?? '');
}

/** Finds the answer a text marks as such: the last balanced \boxed{…}, else what the last "answer is …" announces; null for none. */
export function findStatedAnswer(text: string): string | null {
  const tail = text.slice(-MAX_CHARACTERS);
  const boxed = findLastBoxed(tail);
  if (boxed !== null) return clean(boxed);
  const last = [...tail.matchAll(announced)].at(-1);
  if (last === undefined) return null;
  const rest = tail.slice(last.index + last[0].length).trimStart();
  const end = rest.search(ending);
  return clean(end < 0 ? rest : rest.slice(0, end));
}

/** The text without white space, emphasis, delimiters of mathematics and a final stop around it; null when empty or too long. */
function clean(text: string): string | null {
  let answer = text.trim();
  for (let before = ''; before !== answer;) {
    before = answer;
    answer = answer.replace(/^(?:\*\*|__|\\\(|\\\[|\$\$?(?=[^$]*\$)|#+\s|:)\s*/, '').replace(/\s*(?:\*\*|__|\\\)|\\\]|[.;,])$/, '').trim();
    if (answer.endsWith('$') && !answer.slice(0, -1).includes('$')) answer = answer.replace(/\$$/, '').trim();
  }
  return answer === '' || answer.length > MAX_ANSWER ? null : answer;
}
