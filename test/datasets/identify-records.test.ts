import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashContent, RecordIdentifier } from '../../src/datasets/identify-records.js';

describe('RecordIdentifier', () => {
  it('gives equal rows different ids, and the same ids when the file is read again', () => {
    fc.assert(fc.property(fc.array(fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 1 })), { maxLength: 20 }), (rows) => {
      const name = (): string[] => {
        const identifier = new RecordIdentifier();
        return rows.map((row) => identifier.identify({}, [], row).id);
      };
      expect(new Set(name()).size).toBe(rows.length);
      expect(name()).toEqual(name());
    }));
  });

  it('says where an id came from', () => {
    const identifier = new RecordIdentifier();
    expect(identifier.identify({ id: 5 }, ['pid', 'id'], {})).toEqual({ id: '5', from: 'id' });
    expect(identifier.identify({ pid: '' }, ['pid', 'id'], {}).from).toBe('content');
  });
});

describe('hashContent', () => {
  it('does not depend on the order of keys, but on that of lists', () => {
    expect(hashContent({ a: 1, b: { c: 2, d: 3 } })).toBe(hashContent({ b: { d: 3, c: 2 }, a: 1 }));
    expect(hashContent([1, 2])).not.toBe(hashContent([2, 1]));
  });
});
