/** Edges of some ink; y grows downwards. */
export interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a degree sign is mistaken for when the network sees it at the height of a digit. */
const mistaken = new Set(['0', '9', '8', '6', 'o', 'O', 'a', 'e', 'c', 'Q', '*', '"', '”', '“', "'", '′', '。', '?', '%', '·', '°']);
/** The mark is at most this high, and ends at most this far down, as shares of the character before it. */
const MAX_HEIGHT = 0.6;
const MAX_BOTTOM = 0.66;
/** It follows within this many heights of that character. */
const MAX_GAP = 0.6;

/**
 * Whether something read as `text` is the degree sign of what stands before it: small, round and raised beside a digit,
 * a letter or a bracket.
 */
export function isDegreeMark(text: string, mark: Extent, before: Extent & { text: string }): boolean {
  if (!mistaken.has(text) || !/[\da-zA-Z)]$/.test(before.text)) return false;
  const height = before.bottom - before.top;
  const high = mark.bottom - mark.top;
  const wide = mark.right - mark.left;
  const gap = mark.left - before.right;
  return high < MAX_HEIGHT * height && mark.bottom - before.top < MAX_BOTTOM * height
    && wide > 0.6 * high && wide < 1.6 * high && gap > -0.3 * height && gap < MAX_GAP * height;
}
