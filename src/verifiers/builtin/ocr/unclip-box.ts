import type { TurnedBox } from '../../../images/turned-box.js';

/**
 * Grows a shrunk text kernel back to the text: every side moves out by area * ratio / perimeter
 * (DB, Liao et al. 2020, section 3.5).
 */
export function unclipBox(box: TurnedBox, ratio: number): TurnedBox {
  const perimeter = 2 * (box.width + box.height);
  const distance = perimeter === 0 ? 0 : (box.width * box.height * ratio) / perimeter;
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}
