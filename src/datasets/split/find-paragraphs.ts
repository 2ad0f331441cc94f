import { findLines } from './find-lines.js';
import { keepCounting } from './find-step-markers.js';

const NUMBERED = /^([ \t]{0,3})[#>*_ \t]{0,6}\(?(\d{1,3})[.)](?:\*\*|__)?[ \t]+\S/u;
const BULLET = /^([ \t]{0,3})[-*+•–][ \t]+\S/u;

/** Whether a piece begins as an item of a list. */
export function isListItem(piece: string): boolean {
  return NUMBERED.test(piece) || BULLET.test(piece);
}

/**
 * Where paragraphs and the items of the outermost list begin. Indented text after a blank line still belongs to the item above;
 * bullets under a numbered list do too.
 */
export function findParagraphs(text: string): number[] {
  const lines = [...findLines(text)].map(({ start, end }) => ({ start, line: text.slice(start, end) }));
  const numbered = new Set(keepCounting(lines.flatMap(({ start, line }) => {
    const number = NUMBERED.exec(line)?.[2];
    return number === undefined ? [] : [{ start, number: Number(number) }];
  })));
  const cuts: number[] = [];
  let afterBlank = false;
  let inList = false;
  for (const { start, line } of lines) {
    const isItem = numbered.size > 0 ? numbered.has(start) : BULLET.test(line);
    if (line.trim() === '') {
      afterBlank = true;
      continue;
    }
    const continuesItem = inList && (/^(?: {2}|\t)/u.test(line) || (numbered.size > 0 && BULLET.test(line)));
    if (isItem || (afterBlank && !continuesItem)) {
      cuts.push(start);
      inList = isItem;
    }
    afterBlank = false;
  }
  return cuts;
}
