import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aggregateStepRewards } from '../../src/scoring/index.js';
import type { AggregationName } from '../../src/schema/index.js';

const dataDir = process.env['PRM_DATA_DIR'];

/** Our name of each aggregation of the reference. */
const names: Record<string, AggregationName> = {
  correctness_rate: 'correctness-rate', weighted_correctness: 'weighted-correctness', streak_score: 'streak',
  geometric_mean: 'geometric-mean', first_error_position: 'first-error-position',
};

describe.skipIf(dataDir === undefined)('aggregations against outputs of the reference (needs PRM_DATA_DIR)', () => {
  it('equal them on every list of hard labels', () => {
    const golden = JSON.parse(readFileSync(path.join(dataDir as string, 'evpv/golden/functions.json'), 'utf8')) as { aggregations: [number[], Record<string, number>][] };
    expect(golden.aggregations.length).toBeGreaterThan(0);
    const lists = golden.aggregations.filter(([labels]) => labels.length > 0);
    for (const [labels, expected] of lists) {
      expect(Object.keys(expected).sort()).toEqual(Object.keys(names).sort());
      for (const [name, value] of Object.entries(expected)) expect(aggregateStepRewards(labels, names[name] as AggregationName)).toBeCloseTo(value, 12);
    }
  });
});
