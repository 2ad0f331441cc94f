import type { Point, TurnedBox } from '../../../images/turned-box.js';
import { findConvexHull } from './convex-hull.js';

/** The turned box of least area around points; one of its sides lies on a side of their hull. Width >= height. */
export function findMinAreaBox(points: readonly Point[]): TurnedBox {
  const hull = findConvexHull(points);
  let best: TurnedBox | undefined;
  for (let i = 0; i < hull.length; i++) {
    const a = hull[i] as Point;
    const b = hull[(i + 1) % hull.length] as Point;
    const box = boundAtAngle(hull, Math.atan2(b.y - a.y, b.x - a.x));
    if (!best || box.width * box.height < best.width * best.height) best = box;
  }
  if (!best) throw new RangeError('findMinAreaBox expects at least one point');
  return layDown(best);
}

/** The bounding box of points along one direction. */
export function boundAtAngle(points: readonly Point[], angle: number): TurnedBox {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  return { centreX: u * cos - v * sin, centreY: u * sin + v * cos, width: maxU - minU, height: maxV - minV, angle };
}

/** The same box with its longer side as width and an angle in (-90°, 90°]. */
function layDown(box: TurnedBox): TurnedBox {
  const isTall = box.height > box.width;
  const turned = isTall ? { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 } : box;
  const angle = turned.angle - Math.PI * Math.round(turned.angle / Math.PI);
  return { ...turned, angle: angle <= -Math.PI / 2 + 1e-9 ? angle + Math.PI : angle };
}
