import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointInTurnedBox, type TurnedBox } from '../../../../src/images/turned-box.js';
import { findConvexHull } from '../../../../src/verifiers/builtin/ocr/convex-hull.js';
import { boundAtAngle, findMinAreaBox } from '../../../../src/verifiers/builtin/ocr/min-area-box.js';
import { unclipBox } from '../../../../src/verifiers/builtin/ocr/unclip-box.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const points = fc.array(fc.record({ x: number(-50, 50), y: number(-50, 50) }), { minLength: 1, maxLength: 40 });
const boxes = fc.record({ centreX: number(-50, 50), centreY: number(-50, 50), width: number(5, 60), height: number(1, 4.9), angle: number(-1.5, 1.5) });

/** Whether a point lies in a box, give or take a thousandth of a pixel. */
function holds(box: TurnedBox, { x, y }: { x: number; y: number }): boolean {
  const u = (x - box.centreX) * Math.cos(box.angle) + (y - box.centreY) * Math.sin(box.angle);
  const v = (y - box.centreY) * Math.cos(box.angle) - (x - box.centreX) * Math.sin(box.angle);
  return Math.abs(u) <= box.width / 2 + 1e-3 && Math.abs(v) <= box.height / 2 + 1e-3;
}

describe('findMinAreaBox', () => {
  it('holds every point, lies down, and is never larger than a box at another angle', () => {
    fc.assert(fc.property(points, number(0, Math.PI), (cloud, angle) => {
      const box = findMinAreaBox(cloud);
      expect(cloud.every((point) => holds(box, point))).toBe(true);
      expect(box.width).toBeGreaterThanOrEqual(box.height - 1e-9);
      expect(box.angle).toBeGreaterThan(-Math.PI / 2 - 1e-9);
      expect(box.angle).toBeLessThanOrEqual(Math.PI / 2 + 1e-9);
      const other = boundAtAngle(cloud, angle);
      expect(box.width * box.height).toBeLessThanOrEqual(other.width * other.height + 1e-6);
    }));
  });

  it('finds a turned rectangle again from its corners', () => {
    fc.assert(fc.property(boxes, (box) => {
      const corners = [[0, 0], [1, 0], [1, 1], [0, 1], [0.5, 0.5]].map(([along = 0, across = 0]) => pointInTurnedBox(box, along, across));
      const found = findMinAreaBox(corners);
      expect(found.width).toBeCloseTo(box.width, 4);
      expect(found.height).toBeCloseTo(box.height, 4);
      expect(Math.abs(Math.sin(found.angle - box.angle))).toBeLessThan(1e-4);
    }));
  });
});

describe('findConvexHull', () => {
  it('drops inner points and points on sides', () => {
    const hull = findConvexHull([{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 1, y: 0 }, { x: 2, y: 2 }, { x: 1, y: 1 }, { x: 0, y: 2 }]);
    expect(hull).toHaveLength(4);
  });
});

describe('unclipBox', () => {
  it('moves each side out by area * ratio / perimeter and keeps the rest', () => {
    fc.assert(fc.property(boxes, number(0, 3), (box, ratio) => {
      const grown = unclipBox(box, ratio);
      const distance = (box.width * box.height * ratio) / (2 * (box.width + box.height));
      expect(grown.width - box.width).toBeCloseTo(2 * distance, 9);
      expect(grown.height - box.height).toBeCloseTo(2 * distance, 9);
      expect(grown).toMatchObject({ centreX: box.centreX, centreY: box.centreY, angle: box.angle });
    }));
  });

  it('leaves a point a point', () => {
    expect(unclipBox({ centreX: 1, centreY: 1, width: 0, height: 0, angle: 0 }, 2)).toMatchObject({ width: 0, height: 0 });
  });
});
