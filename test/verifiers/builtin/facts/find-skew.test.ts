import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedWord } from '../../../../src/schema/index.js';
import { centreX, centreY } from '../../../../src/verifiers/builtin/facts/boxes.js';
import { composeDescription } from '../../../../src/verifiers/builtin/facts/compose-description.js';
import { findSkew } from '../../../../src/verifiers/builtin/facts/find-skew.js';
import { straightenBox, tiltBox } from '../../../../src/verifiers/builtin/facts/turn-boxes.js';
import { drawPhrase, drawTable } from '../draw-words.js';

const rows = [['Day', 'Apples', 'Pears'], ['Monday', '114', '52'], ['Tuesday', '203', '67'], ['Wednesday', '89', '71'], ['Thursday', '156', '38']];
const tilt = (words: readonly PrintedWord[], degrees: number): PrintedWord[] =>
  words.map((word) => ({ ...word, place: { ...word.place, box: tiltBox(word.place.box, (degrees * Math.PI) / 180) } }));
const cells = (words: PrintedWord[]) => composeDescription([{ words, width: 600, height: 400 }]).constraints.flatMap((one) => (one.type === 'numeric' ? [[...one.subject, one.text].join(' ')] : []));

describe('findSkew', () => {
  it('finds how far a table lies askew, to a quarter of a degree', () => {
    fc.assert(fc.property(fc.double({ min: 0.75, max: 5, noNaN: true }), fc.constantFrom(-1, 1), (degrees, side) => {
      expect(Math.abs((findSkew(tilt(drawTable(rows), side * degrees)) * 180) / Math.PI - side * degrees)).toBeLessThan(0.3);
    }), { numRuns: 40 });
  });

  it('leaves straight pages, and pages that say nothing of their slope, as they are', () => {
    expect(findSkew(drawTable(rows))).toBe(0);
    expect(findSkew(tilt(drawTable(rows), 0.3))).toBe(0);
    expect(findSkew([])).toBe(0);
    expect(findSkew([...drawPhrase('A', 10, 10), ...drawPhrase('B', 300, 22), ...drawPhrase('C', 150, 200)])).toBe(0);
  });

  it('lets a table askew be read as the straight one', () => {
    for (const degrees of [-3, -1.5, 2, 4]) expect(cells(tilt(drawTable(rows), degrees))).toEqual(cells(drawTable(rows)));
  });
});

describe('turning boxes', () => {
  it('brings the middle of a box back to where it was', () => {
    const side = fc.double({ min: 5, max: 300, noNaN: true });
    fc.assert(fc.property(fc.record({ x: side, y: side, width: side, height: side }), fc.double({ min: -0.1, max: 0.1, noNaN: true }), (box, slope) => {
      const back = tiltBox(straightenBox(box, slope), slope);
      expect(centreX(back)).toBeCloseTo(centreX(box), 6);
      expect(centreY(back)).toBeCloseTo(centreY(box), 6);
    }));
  });
});
