import type { Box } from '../../../schema/index.js';
import type { LooseWord } from './cut-into-words.js';
import { isDegreeMark, type Extent } from './is-degree-mark.js';

/** Puts degree signs that were found apart behind the word they belong to. The word's confidence stays its own. */
export function attachDegreeSigns(words: readonly LooseWord[]): LooseWord[] {
  const marks = new Set<LooseWord>();
  const joined = words.map((word) => {
    const mark = words.find((other) => other !== word && !marks.has(other) && word.strip === null
      && isDegreeMark(other.text, extentOf(other.box), { ...extentOf(word.box), text: word.text }));
    if (!mark) return word;
    marks.add(mark);
    return { ...word, text: `${word.text}°`, alternatives: [word.text, ...word.alternatives.map((text) => `${text}°`)], box: uniteBoxes(word.box, mark.box) };
  });
  return joined.filter((_, i) => !marks.has(words[i] as LooseWord));
}

/** The edges of a box. */
function extentOf({ x, y, width, height }: Box): Extent {
  return { left: x, right: x + width, top: y, bottom: y + height };
}

/** The box around two boxes. */
function uniteBoxes(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}
