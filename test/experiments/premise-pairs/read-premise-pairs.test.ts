import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPremisePairs, type ReadPremisePairsOptions } from '../../../src/experiments/premise-pairs/read-premise-pairs.js';
import { tempFolder } from '../../helpers/temp-folder.js';
import { buildPair } from './build-pair.js';

async function read(lines: readonly unknown[], options?: ReadPremisePairsOptions): Promise<string[]> {
  const file = path.join(tempFolder(), 'pairs.jsonl');
  writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  const ids: string[] = [];
  for await (const { id } of readPremisePairs(file, options)) ids.push(id);
  return ids;
}

describe('readPremisePairs', () => {
  it('reads pairs, at most so many', async () => {
    expect(await read([buildPair('a'), '', buildPair('b')])).toEqual(['a', 'b']);
    expect(await read([buildPair('a'), buildPair('b')], { limit: 1 })).toEqual(['a']);
  });

  it.each([
    ['{"format":"prm-premise-pair/1"', 'pairs.jsonl:1: expected JSON'],
    [{ ...buildPair(), format: 'prm/1' }, 'expected the format prm-premise-pair/1, got "prm/1"'],
    [{ ...buildPair(), premiseStep: 2 }, 'expected the index of a step of both solutions'],
    [{ ...buildPair(), colour: 'red' }, 'expected only known keys in the record, got "colour"'],
    [{ ...buildPair(), versions: [] }, '`versions`'],
  ])('says what is wrong with a line (%#)', async (line, message) => {
    await expect(read([line])).rejects.toThrow(message);
  });

  it('says so of a repeated id and of an empty file, and leaves lines out on request', async () => {
    await expect(read([buildPair('a'), buildPair('a')])).rejects.toThrow(':2: expected an id of its own, got "a" for the second time');
    await expect(read([])).rejects.toThrow('expected premise pairs, one a line, got none');
    const skipped: number[] = [];
    expect(await read([buildPair('a'), 'no', buildPair('a'), buildPair('b')], { onSkip: (line) => skipped.push(line) })).toEqual(['a', 'b']);
    expect(skipped).toEqual([2, 3]);
  });
});
