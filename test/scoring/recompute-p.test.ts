import { describe, expect, it } from 'vitest';
import { recomputeP } from '../../src/scoring/index.js';
import { aVerdict } from './build-inputs.js';

const high = aVerdict(1);
const low = aVerdict(1, 0, { severity: 'low' });

describe('recomputeP', () => {
  it.each([
    [[], 1], [[aVerdict(0)], 1], [[high], 0.5], [[low], 0.8], [[high, low], 0.3], [[high, high], 0], [[high, high, high, low], 0],
  ])('is max(0, 1 - 0.5·high - 0.2·low): case %#', (verdicts, p) => {
    expect(recomputeP(verdicts)).toBeCloseTo(p, 12);
  });

  it('counts a claim only when conflict is its largest share', () => {
    expect([aVerdict(0.5, 0), aVerdict(0.4, 0.5), aVerdict(0.34, 0.33), aVerdict(0.51)].map((one) => recomputeP([one]))).toEqual([1, 1, 0.5, 0.5]);
  });

  it('counts no claim that is not observable, and one without a severity as high', () => {
    expect(recomputeP([aVerdict(1, 0, { observable: false })])).toBe(1);
    expect(recomputeP([aVerdict(1, 0, { severity: null })])).toBe(0.5);
  });

  it('is null, not 0, when a verdict is missing', () => {
    expect(recomputeP([high, null])).toBeNull();
  });
});
