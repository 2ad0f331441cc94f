import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableStringify } from '../../src/util/stable-stringify.js';

/** The same data with the keys of every object the other way round. */
const turnKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turnKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, item]) => [key, turnKeys(item)]));
};

describe('stableStringify', () => {
  it('gives JSON of the same data, whatever the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(stableStringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(stableStringify(turnKeys(value))).toBe(stableStringify(value));
    }));
  });

  it('counts an undefined property as absent, and keeps null, 0 and "" apart', () => {
    expect(stableStringify({ b: undefined, a: null })).toBe('{"a":null}');
    expect(new Set([null, 0, '', false, []].map(stableStringify)).size).toBe(5);
  });

  it.each([
    [Number.NaN, 'Expected JSON data at value, got NaN (number)'],
    [{ a: [1, -Infinity] }, 'Expected JSON data at value.a[1], got -Infinity (number)'],
    [[undefined], 'Expected JSON data at value[0], got undefined (undefined)'],
    [{ at: new Date(0) }, 'Expected plain JSON data at value.at, got an instance of Date'],
  ])('refuses %o', (value, message) => {
    expect(() => stableStringify(value)).toThrow(message);
  });

  it('refuses a cycle', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(() => stableStringify(cycle)).toThrow('Expected at most 1000 levels of JSON data, got more (a cycle?)');
  });
});
