import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArrayElements } from '../../src/datasets/read-array-elements.js';
import { readLines } from '../../src/datasets/read-lines.js';
import { collect, inChunks } from './collect.js';

const values = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), { minLength: 1, maxLength: 5 });
const chunkSize = fc.integer({ min: 1, max: 40 });

describe('cutting bytes into records', () => {
  it('gives back every element of an array, however the bytes come', async () => {
    await fc.assert(fc.asyncProperty(values, chunkSize, fc.constantFrom(0, 2), async (list, size, indent) => {
      const items = await collect(readArrayElements(inChunks(Buffer.from(JSON.stringify(list, null, indent)), size)));
      expect(items.map((item) => ('text' in item ? JSON.parse(item.text) : item))).toEqual(JSON.parse(JSON.stringify(list)));
    }));
  });

  it('gives back every line, however the bytes come', async () => {
    await fc.assert(fc.asyncProperty(values, chunkSize, fc.constantFrom('\n', '\r\n', '\n\n'), async (list, size, end) => {
      const items = await collect(readLines(inChunks(Buffer.from(list.map((value) => JSON.stringify(value)).join(end)), size)));
      expect(items.map((item) => ('text' in item ? JSON.parse(item.text) : item))).toEqual(JSON.parse(JSON.stringify(list)));
    }));
  });

  it('names the line on which an element starts', async () => {
    const items = await collect(readArrayElements(inChunks(Buffer.from('[\n\n{"a":\n1},\n{}\n,{"b":2}]'), 3)));
    expect(items.map(({ line }) => line)).toEqual([3, 5, 6]);
  });

  it('limits an element', async () => {
    const [first, second] = await collect(readArrayElements(inChunks(Buffer.from('[{"a":"bbbbbbbbbbbbbbb"},{}]'), 3), 10));
    expect([first, second]).toEqual([{ line: 1, error: 'expected a record of at most 10 bytes, got 23; split it' }, { line: 1, text: '{}' }]);
  });
});
