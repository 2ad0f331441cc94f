import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolveImage } from '../../src/images/resolve-image.js';
import { createOcrReader } from '../../src/verifiers/builtin/ocr/ocr-reader.js';

const folder = process.env['PRM_DATA_DIR'] ?? '';
const reader = createOcrReader();
afterAll(() => reader.close());

/** The first records of a JSON Lines file. */
function readSome<T>(file: string, many: number): T[] {
  return readFileSync(path.join(folder, file), 'utf8').split('\n', many).map((line) => JSON.parse(line) as T);
}
const numbersOf = (text: string): string[] => (text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((number) => number.replaceAll(',', ''));

describe.skipIf(!folder)('OCR of real images (needs PRM_DATA_DIR)', () => {
  it('reads the numbers of table images', async () => {
    let [expected, found] = [0, 0];
    for (const { image, table } of readSome<{ image: string; table: string }>('tabmwp/problems.jsonl', 12)) {
      const { words } = await reader.read(resolveImage(image, { root: path.join(folder, 'tabmwp') }));
      const read = words.flatMap(({ text }) => numbersOf(text));
      const truth = numbersOf(table);
      expected += truth.length;
      found += truth.filter((number) => read.includes(number)).length;
    }
    expect(expected).toBeGreaterThan(60);
    expect(found / expected).toBeGreaterThanOrEqual(0.98);
  });

  it('keeps the cells of a row on one line, in the order of the columns', async () => {
    const [record] = readSome<{ image: string; table: string }>('tabmwp/problems.jsonl', 1);
    const { words } = await reader.read(resolveImage(record?.image ?? '', { root: path.join(folder, 'tabmwp') }));
    const lines = [...new Set(words.map(({ line }) => line))].map((number) => words.filter(({ line }) => line === number).map(({ text }) => text).join(' '));
    const rows = (record?.table ?? '').split('\n').map((row) => row.replaceAll(' | ', ' '));
    expect(lines).toEqual(expect.arrayContaining(rows));
  });
});
