import type { PrintedWord } from '../../../schema/index.js';

/** Marks that no number begins or ends with: specks, and bits of rules and borders. A quote after a number may be feet or minutes, so it stays. */
const before = /^[:;·`‘'’"|~*]+(?=[$€£¥]?\d)/u;
const after = /(?<=\d)[·`‘|;:~]+$/u;

/** Takes specks off a word that holds a number. A point before its digits may be printed or a speck: then the number without it is another reading. */
export function stripSpecks(word: PrintedWord): PrintedWord {
  const text = word.text.replace(before, '').replace(after, '');
  const others = [...(text === word.text ? [] : word.alternatives.map((other) => other.replace(before, '').replace(after, ''))), ...(/^\.\d+$/.test(text) ? [text.slice(1)] : [])];
  if (others.length === 0 && text === word.text) return word;
  const alternatives = text === word.text ? [...others, ...word.alternatives] : others;
  return { ...word, text, alternatives: [...new Set(alternatives)].filter((other) => other !== text) };
}
