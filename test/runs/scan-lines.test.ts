import { closeSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanLines } from '../../src/runs/scan-lines.js';
import { temporaryFolder } from './temporary-folder.js';

it('finds the same lines and places whatever the size of its chunks', () => {
  const file = path.join(temporaryFolder(), 'lines');
  const lines = fc.array(fc.oneof(fc.string({ maxLength: 12, unit: 'grapheme' }), fc.constant('')).map((text) => text.replaceAll('\n', '')), { maxLength: 8 });
  fc.assert(fc.property(lines, fc.constantFrom('', 'torn'), fc.integer({ min: 1, max: 9 }), (texts, tail, chunkSize) => {
    const whole = Buffer.from(texts.map((text) => `${text}\n`).join('') + tail);
    writeFileSync(file, whole);
    const handle = openSync(file, 'r');
    const found = [...scanLines(handle, chunkSize)];
    closeSync(handle);
    expect(found.map(({ bytes }) => bytes.toString())).toEqual(texts);
    expect(found.map(({ line }) => line)).toEqual(texts.map((_, index) => index + 1));
    for (const { bytes, offset } of found) expect(whole.subarray(offset, offset + bytes.length + 1).toString()).toBe(`${bytes.toString()}\n`);
  }), { numRuns: 200 });
});
