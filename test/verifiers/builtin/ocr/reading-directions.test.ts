import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointInTurnedBox } from '../../../../src/images/turned-box.js';
import { isSlanted, isVertical, standUpright, turnAround } from '../../../../src/verifiers/builtin/ocr/reading-directions.js';
import { chooseReadingScale } from '../../../../src/verifiers/builtin/ocr/reading-scale.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const boxes = fc.record({ centreX: number(-9, 9), centreY: number(-9, 9), width: number(10, 20), height: number(8, 10), angle: number(-Math.PI / 2, Math.PI / 2) });

describe('reading directions', () => {
  it('turns a box around onto itself, beginning at the other end', () => {
    fc.assert(fc.property(boxes, (box) => {
      const start = pointInTurnedBox(turnAround(box), 0, 0);
      const end = pointInTurnedBox(box, 1, 1);
      expect(start.x).toBeCloseTo(end.x, 9);
      expect(start.y).toBeCloseTo(end.y, 9);
    }));
  });

  it('stands short vertical boxes upright on the same ground', () => {
    fc.assert(fc.property(boxes, (box) => {
      const upright = standUpright(box);
      expect(upright !== null).toBe(isVertical(box));
      if (!upright) return;
      expect(isVertical(upright)).toBe(false);
      expect([upright.width, upright.height]).toEqual([box.height, box.width]);
    }));
    expect(standUpright({ centreX: 0, centreY: 0, width: 100, height: 10, angle: Math.PI / 2 })).toBeNull();
  });

  it('calls print slanted from about eleven degrees on, upside-down print not', () => {
    expect([0.1, 0.3, Math.PI / 2, Math.PI].map((angle) => isSlanted({ centreX: 0, centreY: 0, width: 2, height: 1, angle }))).toEqual([false, true, true, false]);
  });
});

describe('chooseReadingScale', () => {
  it('enlarges small images at most twofold, leaves middling ones, shrinks large ones to a bound', () => {
    expect(chooseReadingScale(100, 100)).toBe(2);
    expect(chooseReadingScale(1000, 800)).toBe(1);
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (width, height) => {
      const scale = chooseReadingScale(width, height);
      expect(scale).toBeLessThanOrEqual(2);
      expect(width * height * scale * scale).toBeLessThanOrEqual(1_200_001);
    }));
  });
});
