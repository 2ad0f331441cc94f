import { normalizeText } from '../../util/normalize-text.js';
import { imageMark } from '../../jobs/reward/image-mark.js';
import { frameMark, readChat } from './read-chat.js';

/**
 * Where the response begins in the text of a rollout, in UTF-16 code units; null where the text does not begin with the prompt. Only
 * what stands before the border decides, so that nothing a policy writes can move it. Trainers spell the prompt in the text in three
 * ways: as it is; with other marks (one for each patch of an image, padding, special tokens dropped); as its tokenizer writes it back, in
 * other white space and composed characters.
 */
export function findBorder(query: string, prompt: string): number | null {
  if (query.startsWith(prompt)) return prompt.length;
  return passBetweenMarks(query, prompt) ?? passTurns(query, prompt);
}

/** Letters and digits outside of marks. */
export function wordsOf(text: string): string {
  return normalizeText(text).replace(/<[^<>]{0,40}>|\[\/?[A-Z_]{1,20}\]/gi, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

const mark = new RegExp(`${frameMark.source}|${imageMark.source}`);

/** Reads what the prompt says between its marks, and skips any number of marks in the text where the prompt has one. */
function passBetweenMarks(query: string, prompt: string): number | null {
  const pieces = prompt.trim().split(mark);
  if (pieces.every((piece) => piece.trim() === '')) return null;
  const oneMark = new RegExp(`\\s*(?:${mark.source})`, 'y');
  let missed = -1;
  const skip = (from: number): number => {
    // White space is read once, however many marks the prompt has there.
    if (from === missed) return from;
    let behind = from;
    for (oneMark.lastIndex = from; oneMark.test(query); oneMark.lastIndex = behind) behind = oneMark.lastIndex;
    if (behind === from) missed = from;
    return behind;
  };
  let at = skip(query.length - query.trimStart().length);
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) at = skip(at);
    const end = passText(query, at, piece);
    if (end === null) return null;
    at = end;
  }
  // The white space that ends the prompt was trimmed off.
  return query.length - query.slice(at).trimStart().length;
}

/** A character with the marks that stand on it, or a run of Hangul letters, which compose into one another. */
const character = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/uy;
const squeeze = (text: string): string => normalizeText(text).replace(/\s+/g, '');

/** Where a text ends that stands in the query from here on, in any white space and any composition; null where it does not. */
function passText(query: string, from: number, text: string): number | null {
  const wanted = squeeze(text);
  let [seen, at] = [0, from];
  while (seen < wanted.length) {
    character.lastIndex = at;
    const found = character.exec(query)?.[0];
    if (found === undefined) return null;
    const said = squeeze(found);
    if (!wanted.startsWith(said, seen)) {
      // Marks that the response begins with: a policy must not undo the border by writing them.
      const base = found.replace(/\p{M}+$/u, '');
      return base !== '' && squeeze(base) === wanted.slice(seen) ? at + base.length : null;
    }
    seen += said.length;
    at += found.length;
  }
  return at;
}

/** Passes as many turns as the prompt opens: of the same roles, and what the user says in the same words. */
function passTurns(query: string, prompt: string): number | null {
  const [asked, written] = [readChat(prompt) ?? [], readChat(query) ?? []];
  if (asked.at(-1)?.role !== 'assistant') return null;
  const isSame = asked.every(({ role, text }, at) => written[at]?.role === role && (role !== 'user' || wordsOf(written[at].text) === wordsOf(text)));
  return isSame ? written[asked.length - 1]?.textAt ?? null : null;
}
