import { describe, expect, it } from 'vitest';
import { CandidateTable } from '../../../src/metrics/index.js';
import { resolveScoringOptions } from '../../../src/scoring/index.js';
import { buildCandidate, buildRecord } from '../build-records.js';

describe('CandidateTable', () => {
  it('keeps the score of each candidate under the gate, and how reliable its premises are', () => {
    const table = new CandidateTable();
    table.add(buildRecord('p', [
      buildCandidate(0, true, [0.9, 0.7]),
      buildCandidate(1, false, [0.9, 0.7], { claims: [{ steps: [0], verdict: [0, 1, 0] }, { steps: [1], verdict: [0.5, 0.25, 0.25] }] }),
      buildCandidate(2, false, [0.9], { claims: [{ steps: [0], verdict: 'unobservable' }] }),
    ]), resolveScoringOptions({ lambda: 0.4 }));
    expect(table.correct).toEqual([1, 0, 0]);
    expect(table.clusters).toEqual([0, 0, 0]);
    expect(table.scores[0]).toBeCloseTo(0.8, 12);
    expect(table.scores[1]).toBeLessThan(0.4);
    expect(table.reliabilities[0]).toBeNaN();
    expect(table.reliabilities[1]).toBeCloseTo((0 + 1 - 0.25 - 0.4 * 0.25) / 2, 12);
    expect(table.reliabilities[2]).toBeNaN();
  });

  it('has no score for a failed measurement, nor for a part of one unless it may compete', () => {
    const record = buildRecord('p', [buildCandidate(0, true, ['timeout']), buildCandidate(1, true, [0.9, 'timeout'])]);
    const [strict, lenient] = [new CandidateTable(), new CandidateTable()];
    strict.add(record, resolveScoringOptions({}));
    lenient.add(record, resolveScoringOptions({ onPartial: 'use-what-is-there' }));
    expect(strict.scores).toEqual([NaN, NaN]);
    expect(lenient.scores).toEqual([NaN, 0.9]);
  });

  it('says how often a right candidate scores above a wrong one of its problem', () => {
    const table = new CandidateTable();
    const options = resolveScoringOptions({ gate: 'none' });
    table.add(buildRecord('a', [buildCandidate(0, true, [0.9]), buildCandidate(1, false, [0.2]), buildCandidate(2, false, [0.95])]), options);
    table.add(buildRecord('b', [buildCandidate(0, true, [0.5]), buildCandidate(1, false, [0.5])]), options);
    table.add(buildRecord('c', [buildCandidate(0, false, [0.5]), buildCandidate(1, false, [0.1])]), options);
    table.add(buildRecord('d', [buildCandidate(0, true, [0.5]), buildCandidate(1, false, ['timeout'])]), options);
    table.add(buildRecord('e', [buildCandidate(0, true, [0.5]), buildCandidate(1, false, [0.1])]), options);
    expect(table.order()).toMatchObject({ n: 3, mean: (0.5 + 0.5 + 1) / 3 });
  });
});
