import type { Box } from '../schema/index.js';

export interface Point {
  x: number;
  y: number;
}

/** A rectangle that may be turned. `angle` is in radians, clockwise on the screen, from the x axis to its width side. */
export interface TurnedBox {
  centreX: number;
  centreY: number;
  width: number;
  height: number;
  angle: number;
}

/** The point of a turned box at (along, across), each 0..1 from its first corner along width and height. */
export function pointInTurnedBox(box: TurnedBox, along: number, across: number): Point {
  const u = (along - 0.5) * box.width;
  const v = (across - 0.5) * box.height;
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  return { x: box.centreX + u * cos - v * sin, y: box.centreY + u * sin + v * cos };
}

/** A part of a turned box, as shares of its sides in [0,1]. */
export interface BoxPart {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The smallest axis-aligned box around a part of a turned box. */
export function boundTurnedBox(box: TurnedBox, { left, right, top, bottom }: BoxPart = { left: 0, right: 1, top: 0, bottom: 1 }): Box {
  const corners = [pointInTurnedBox(box, left, top), pointInTurnedBox(box, right, top), pointInTurnedBox(box, right, bottom), pointInTurnedBox(box, left, bottom)];
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
