import { concludeFromLine } from './conclude-from-line.js';
import { findAnnounced } from './find-announced.js';
import { findLastBoxed } from './find-last-boxed.js';
import { findTagged } from './find-tagged.js';

/** Only this much of the end of a text is searched, in UTF-16 code units. */
const MAX_CHARACTERS = 20_000;
const MAX_ANSWER = 500;

/**
 * Finds the final answer a text states: what it marks as its answer (see `findStatedAnswer`), else what its last line
 * concludes, else that line. Returned as written, without mark-up around it; null when there is nothing.
 */
export function extractFinalAnswer(text: string): string | null {
  const stated = findStatedAnswer(text);
  if (stated !== null) return stated;
  const last = clean(dropThoughts(text.slice(-MAX_CHARACTERS)).split('\n').findLast((line) => clean(line) !== null) ?? '');
  return last === null ? null : clean(concludeFromLine(last) ?? last);
}

/**
 * Finds the answer a text marks as such: the last balanced \boxed{…}, else an answer tag or "####" line, else what the
 * last "answer is …" announces; null for none.
 */
export function findStatedAnswer(text: string): string | null {
  const tail = dropThoughts(text.slice(-MAX_CHARACTERS));
  for (const find of [findLastBoxed, findTagged, findAnnounced]) {
    const found = find(tail);
    if (found !== null) return clean(found);
  }
  return null;
}

/** What follows the thoughts of a reasoning model, when anything does. */
function dropThoughts(text: string): string {
  const end = text.lastIndexOf('</think>');
  const rest = end < 0 ? '' : text.slice(end + '</think>'.length);
  return rest.trim() === '' ? text : rest;
}

/** The text without white space, emphasis, delimiters of mathematics and a final stop around it; null when empty or too long. */
function clean(text: string): string | null {
  let answer = text.trim();
  for (let before = ''; before !== answer;) {
    before = answer;
    answer = answer.replace(/^(?:\*\*|__|\\\(|\\\[|\$\$?(?=[^$]*\$)|#+\s|:)\s*/, '').replace(/(?:\*\*|__|\\\)|\\\]|[.;,。])$/, '').trim();
    if (answer.endsWith('$') && !answer.slice(0, -1).includes('$')) answer = answer.replace(/\$$/, '').trim();
  }
  return answer === '' || answer.length > MAX_ANSWER ? null : answer;
}
