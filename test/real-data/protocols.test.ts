import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/datasets/index.js';
import { BestOfNTable, findProtocol, reportBestOfN, toScoreRecord, type ProtocolName } from '../../src/metrics/index.js';
import { resolveScoringOptions } from '../../src/scoring/index.js';

const dataDir = process.env['PRM_DATA_DIR'];

describe.skipIf(dataDir === undefined)('the benchmarks\' own rules on their real rows (needs PRM_DATA_DIR)', () => {
  it.each<[ProtocolName, string, string, number, number]>([
    ['mathverse-vision-only', 'benchmarks.jsonl', 'MathVerse-VO', 3940, 788],
    ['wemath-strict', 'benchmarks.jsonl', 'WeMath', 1740, 525],
    ['mmmu', 'mmmu.jsonl', 'MMMU', 900, 900],
  ])('%s finds its units', async (name, file, source, rows, units) => {
    const table = new BestOfNTable({ ks: [1] });
    const { records } = await readDataset(path.join(dataDir as string, 'evpv', file));
    for await (const { problem } of records) {
      if (problem.source !== source) continue;
      const record = toScoreRecord({ format: 'prm-scored/1', problem, description: null, candidates: [], selection: { gated: { chosen: null, tiedWith: [], value: null }, raw: { chosen: null, tiedWith: [], value: null } }, scoring: resolveScoringOptions({}), verifier: 'none' });
      table.add({ ...record, candidates: [{ index: 0, correct: true, judgedBy: 'stored', answer: 0, steps: [1], claims: [], reportedP: null }] });
    }
    expect(table.problems.length).toBe(rows);
    expect(reportBestOfN(table, { protocol: findProtocol(name) }).protocol).toMatchObject({ units, incomplete: 0, repeated: 0, expectedUnits: units });
  });
});
