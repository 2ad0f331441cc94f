import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataset, type FormatName } from '../../src/datasets/index.js';
import { collect } from '../datasets/collect.js';

const root = process.env['PRM_DATA_DIR'];

describe.skipIf(!root)('step labels of real files (needs PRM_DATA_DIR)', () => {
  it.each<[string, FormatName, number, Record<string, number>, number]>([
    ['visualprocessbench/sample.jsonl', 'visualprocessbench', 8, { '1': 50, '-1': 31, '0': 14 }, 0],
    ['vlrmbench/location_error.jsonl', 'vlrmbench', 53, { '1': 635, '-1': 77 }, 0],
    ['prmbench/subset400.jsonl', 'prmbench', 394, { '1': 4870, '-1': 868 }, 11],
  ])('counts those of %s', async (file, format, solutions, expected, warnings) => {
    const dataset = await readDataset(path.join(root ?? '', file), { labelledOnly: true });
    const candidates = (await collect(dataset.records)).flatMap((record) => record.candidates);
    const counts: Record<string, number> = {};
    for (const label of candidates.flatMap(({ stepLabels }) => stepLabels ?? [])) counts[label] = (counts[label] ?? 0) + 1;
    expect([dataset.format, candidates.length, counts, dataset.report.warnings.length]).toEqual([format, solutions, expected, warnings]);
  });
});
