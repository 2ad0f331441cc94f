import type { Box } from '../../../schema/index.js';

export const rightOf = (box: Box): number => box.x + box.width;
export const bottomOf = (box: Box): number => box.y + box.height;
export const centreX = (box: Box): number => box.x + box.width / 2;
export const centreY = (box: Box): number => box.y + box.height / 2;

/** The smallest box around all boxes; an empty box at the origin for none. */
export function uniteBoxes(boxes: readonly Box[]): Box {
  const first = boxes[0];
  if (first === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  let [x, y, right, bottom] = [first.x, first.y, rightOf(first), bottomOf(first)];
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, rightOf(box));
    bottom = Math.max(bottom, bottomOf(box));
  }
  return { x, y, width: right - x, height: bottom - y };
}
