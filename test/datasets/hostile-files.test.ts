import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, readDataset, type FormatName } from '../../src/datasets/index.js';
import { DatasetError } from '../../src/errors/index.js';
import { collect, writeTemp } from './collect.js';

const samples = ['evpv', 'text', 'scored'].map((name) => readFileSync(`test/fixtures/datasets/${name}.jsonl`, 'utf8'));

/** A sample with some of its values replaced by values of other types. */
const wrongTypes = fc.tuple(fc.constantFrom(...samples), fc.infiniteStream(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.jsonValue())))
  .map(([sample, replacements]) => sample.trim().split('\n').map((line) => JSON.stringify(JSON.parse(line, (_key, value: unknown) => {
    const [dice, other] = replacements.next().value;
    return dice === 0 ? other : value;
  }))).join('\n'));
/** A sample cut and glued at random bytes. */
const tornBytes = fc.tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 4 }))
  .map(([sample, a, b, noise]) => {
    const bytes = Buffer.from(sample);
    return Buffer.concat([bytes.subarray(0, a % bytes.length), noise, bytes.subarray(b % bytes.length)]);
  });
const format = fc.option(fc.constantFrom<FormatName>(...FORMATS), { nil: undefined });

describe('hostile files', () => {
  it.each<[string, fc.Arbitrary<string | Uint8Array>]>([['wrong types', wrongTypes], ['torn bytes', tornBytes]])('give records or one clear line: %s', async (_name, content) => {
    await fc.assert(fc.asyncProperty(content, format, fc.constantFrom<'fail' | 'skip'>('fail', 'skip'), async (data, asked, onBadLine) => {
      const file = writeTemp('x.jsonl', data);
      try {
        const { records, report } = await readDataset(file, { format: asked, onBadLine });
        expect(await collect(records)).toHaveLength(report.read);
        if (onBadLine === 'fail') expect(report.skipped).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(DatasetError);
        expect((error as Error).message).not.toMatch(/[\n\r\0]/u);
      }
    }), { numRuns: 400 });
  });
});
