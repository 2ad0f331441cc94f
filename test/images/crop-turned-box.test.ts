import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropTurnedBox } from '../../src/images/crop-turned-box.js';
import type { Raster } from '../../src/images/raster.js';
import { boundTurnedBox, pointInTurnedBox } from '../../src/images/turned-box.js';

/** A raster whose red channel is x and whose green channel is y. */
const ramp: Raster = {
  width: 200, height: 200,
  data: Uint8Array.from({ length: 200 * 200 * 3 }, (_, i) => [Math.floor(i / 3) % 200, Math.floor(i / 600), 0][i % 3] ?? 0),
};
const boxes = fc.record({
  centreX: fc.double({ min: 70, max: 130, noNaN: true }), centreY: fc.double({ min: 70, max: 130, noNaN: true }),
  width: fc.double({ min: 4, max: 60, noNaN: true }), height: fc.double({ min: 4, max: 60, noNaN: true }),
  angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
});

describe('cropTurnedBox', () => {
  it('takes each pixel from its place in the turned box', () => {
    fc.assert(fc.property(boxes, (box) => {
      const crop = cropTurnedBox(ramp, box, 24, 12);
      for (const [column, row] of [[0, 0], [23, 0], [0, 11], [23, 11], [10, 6]] as const) {
        const { x, y } = pointInTurnedBox(box, (column + 0.5) / 24, (row + 0.5) / 12);
        const at = 3 * (row * 24 + column);
        expect(Math.abs((crop.data[at] ?? 0) - (x - 0.5))).toBeLessThanOrEqual(1.01);
        expect(Math.abs((crop.data[at + 1] ?? 0) - (y - 0.5))).toBeLessThanOrEqual(1.01);
      }
    }));
  });

  it('repeats the edge outside the raster', () => {
    const crop = cropTurnedBox(ramp, { centreX: -50, centreY: 100, width: 20, height: 20, angle: 0 }, 5, 5);
    expect([...crop.data].filter((_, i) => i % 3 === 0)).toEqual(Array(25).fill(0));
  });

  it('is the identity for a box on whole pixels', () => {
    const crop = cropTurnedBox(ramp, { centreX: 15, centreY: 25, width: 10, height: 10, angle: 0 }, 10, 10);
    expect([crop.data[0], crop.data[1], crop.data[27], crop.data[28]]).toEqual([10, 20, 19, 20]);
  });
});

describe('boundTurnedBox', () => {
  it('holds the four corners, and no more', () => {
    fc.assert(fc.property(boxes, (box) => {
      const { x, y, width, height } = boundTurnedBox(box);
      const spread = (a: number, b: number): number => Math.abs(a * Math.cos(box.angle)) + Math.abs(b * Math.sin(box.angle));
      expect(width).toBeCloseTo(spread(box.width, box.height), 6);
      expect(height).toBeCloseTo(spread(box.height, box.width), 6);
      expect(x + width / 2).toBeCloseTo(box.centreX, 6);
      expect(y + height / 2).toBeCloseTo(box.centreY, 6);
    }));
  });
});
