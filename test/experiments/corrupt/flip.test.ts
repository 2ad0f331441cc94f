import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLots, type DrawLot } from '../../../src/experiments/corrupt/draw-lot.js';
import { flipConstraint } from '../../../src/experiments/corrupt/flip-constraint.js';
import { flipNumber } from '../../../src/experiments/corrupt/flip-number.js';
import { flipText } from '../../../src/experiments/corrupt/flip-text.js';
import { cell } from './sample-description.js';

const lots = fc.nat(10_000).map((seed) => drawLots(seed, 'item', 'fact'));
const draw: DrawLot = drawLots(3, 'item', 'fact');
const base = { id: 'c', places: [], confidence: 1 };

describe('flipNumber', () => {
  it('gives another number that is not negative, with as many decimals', () => {
    fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: 0, max: 3 }), lots, (digits, decimals, lot) => {
      const written = (digits / 10 ** decimals).toFixed(decimals);
      const flipped = flipNumber(written, lot);
      expect(Number(flipped)).not.toBe(Number(written));
      expect(Number(flipped)).toBeGreaterThanOrEqual(0);
      expect(flipped.split('.')[1]?.length ?? 0).toBe(decimals);
    }));
  });

  it('takes for 0 what the reference takes, and keeps thousands commas', () => {
    fc.assert(fc.property(lots, (lot) => {
      expect(['1', '2', '3', '5', '10']).toContain(flipNumber('0', lot));
      expect(flipNumber('12,500', lot)).toMatch(/^\d{1,2},\d{3}$/);
    }));
  });

  it('moves a time to another time of day', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 0, max: 59 }), lots, (hours, minutes, lot) => {
      const written = `${hours}:${String(minutes).padStart(2, '0')}`;
      const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(flipNumber(written, lot)) ?? [];
      expect(flipNumber(written, lot)).not.toBe(written);
      expect(Number(hour)).toBeLessThanOrEqual(hours > 12 ? 23 : 12);
      expect(Number(minute)).toBeLessThan(60);
    }));
  });
});

describe('flipText', () => {
  it('changes one number, or without one a comparison, and nothing else', () => {
    fc.assert(fc.property(lots, (lot) => {
      expect(flipText('Tuesday sold 50 of 80 apples.', lot)).toMatch(/^Tuesday sold (?:50 of (?!80)\d+|(?!50)\d+ of 80) apples\.$/);
      expect(flipText('AB < CD', lot)).toBe('AB > CD');
      expect(flipText('angle A ≥ angle B', lot)).toBe('angle A < angle B');
      expect(flipText('Nothing of the kind.', lot)).toBeNull();
    }));
  });
});

describe('flipConstraint', () => {
  it('changes text and value of a number alike, and takes other readings away', () => {
    fc.assert(fc.property(fc.nat(5000), lots, (value, lot) => {
      const flipped = flipConstraint(cell('A', `$${value}`, value, { alternatives: ['$1'] }), lot);
      if (flipped?.type !== 'numeric') throw new Error('expected a number');
      expect(flipped.text).toBe(`$${flipped.value}`);
      expect(flipped.value).not.toBe(value);
      expect(flipped.alternatives).toEqual([]);
    }));
  });

  it('moves the value of a leaf as far as the leaf', () => {
    const flipped = flipConstraint(cell('stem 4', '5', 45, { kind: 'stem-leaf' }), draw);
    if (flipped?.type !== 'numeric') throw new Error('expected a number');
    expect((flipped.value ?? 0) - 45).toBe(Number(flipped.text) - 5);
  });

  it('turns relations round', () => {
    const relation = (predicate: string, ...names: string[]) => flipConstraint({ ...base, type: 'relation', predicate, arguments: names }, draw);
    expect(relation('parallel', 'AB', 'CD')).toMatchObject({ predicate: 'perpendicular', arguments: ['AB', 'CD'] });
    expect(relation('contains', 'A', 'B')).toMatchObject({ predicate: 'contains', arguments: ['B', 'A'] });
    expect(relation('contains', 'A')).toBeNull();
  });

  it('changes a number of a structure in its names and in its summary', () => {
    const axis = flipConstraint({ ...base, type: 'structure', kind: 'y-axis', columns: null, rows: ['80'], summary: 'The y-axis has ticks up to 80.' }, draw);
    if (axis?.type !== 'structure') throw new Error('expected a structure');
    expect(axis.rows?.[0]).not.toBe('80');
    expect(axis.summary).toBe(`The y-axis has ticks up to ${axis.rows?.[0]}.`);
    expect(flipConstraint({ ...base, type: 'text', kind: 'title', text: 'Books', alternatives: [] }, draw)).toBeNull();
  });
});
