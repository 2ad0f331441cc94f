import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateEvpvFile } from '../../src/jobs/evaluate-evpv-file.js';
import { listAcceptedSpellings } from '../../src/metrics/evpv/is-reference-right.js';
import { spellReferenceAnswer } from '../../src/metrics/evpv/reference-answer.js';
import { REFERENCE_STRATEGIES, referenceStrategies, type ReferenceStrategy } from '../../src/metrics/evpv/reference-strategies.js';

const dataDir = process.env['PRM_DATA_DIR'];
const golden = (name: string): string => path.join(dataDir as string, 'evpv/golden', name);

interface Functions {
  aggregations: [number[], Record<ReferenceStrategy, number>][];
  findmathanswer: [string, string][];
  normalized_gts: [{ answer: string | number | null; choices?: string[] }, string[]][];
}

describe.skipIf(dataDir === undefined)('--compat evpv against outputs of the reference (needs PRM_DATA_DIR)', () => {
  it('makes its tables of 120 records, all cells', async () => {
    const { tables, problems } = await evaluateEvpvFile(golden('bon_records.jsonl'));
    expect(tables).toEqual(JSON.parse(readFileSync(golden('bon_expected.json'), 'utf8')));
    expect(problems).toBe(120);
  });

  it('scores every list as it does', () => {
    const { aggregations } = JSON.parse(readFileSync(golden('functions.json'), 'utf8')) as Functions;
    for (const [scores, expected] of aggregations) {
      for (const strategy of REFERENCE_STRATEGIES) expect(referenceStrategies[strategy](scores)).toBeCloseTo(expected[strategy], 15);
    }
  });

  it('spells every answer as it does', () => {
    const { findmathanswer, normalized_gts } = JSON.parse(readFileSync(golden('functions.json'), 'utf8')) as Functions;
    expect(findmathanswer.map(([text]) => [text, spellReferenceAnswer(text)])).toEqual(findmathanswer);
    for (const [{ answer, choices }, expected] of normalized_gts) {
      expect([...listAcceptedSpellings(answer === null ? null : String(answer), choices)].sort()).toEqual(expected.sort());
    }
  });
});
