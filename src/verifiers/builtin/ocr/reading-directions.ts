import type { TurnedBox } from '../../../images/turned-box.js';

/** A vertical box below this length by breadth can be a single upright character, or two. */
const SHORT = 2.6;

/** The same box read from its other end. */
export function turnAround(box: TurnedBox): TurnedBox {
  return { ...box, angle: box.angle > 0 ? box.angle - Math.PI : box.angle + Math.PI };
}

/** Whether the text of a box runs more up or down than across. */
export function isVertical(box: TurnedBox): boolean {
  return Math.abs(Math.sin(box.angle)) > Math.SQRT1_2;
}

/** Print leaning by more than this (radians) shares no line with print across. */
const SLANT = 0.2;

/** Whether the print of a box is slanted or vertical. */
export function isSlanted(box: TurnedBox): boolean {
  return Math.abs(Math.sin(box.angle)) > Math.sin(SLANT);
}

/** The box with its height along its longer side, as an upright narrow character stands in it; null for long boxes. */
export function standUpright(box: TurnedBox): TurnedBox | null {
  if (!isVertical(box) || box.width > SHORT * box.height) return null;
  return { ...box, width: box.height, height: box.width, angle: box.angle > 0 ? box.angle - Math.PI / 2 : box.angle + Math.PI / 2 };
}
