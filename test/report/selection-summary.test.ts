import { describe, expect, it } from 'vitest';
import { SelectionSummary } from '../../src/report/selection-summary.js';
import type { ScoredProblem, Selection } from '../../src/schema/index.js';

/** Only what the summary reads. */
function problem(id: string, rights: readonly (boolean | undefined)[], gated: Selection, raw: Selection): ScoredProblem {
  return { problem: { id, question: id, images: [] }, candidates: rights.map((correct, index) => ({ index, correct })), selection: { gated, raw } } as unknown as ScoredProblem;
}
const take = (chosen: number | null, ...tiedWith: number[]): Selection => ({ chosen, tiedWith, value: 1 });

describe('SelectionSummary', () => {
  it('shares ties, counts an empty choice as not right, and pairs the difference', () => {
    const summary = new SelectionSummary();
    summary.add(problem('a', [true, false], take(0), take(0, 1)));
    summary.add(problem('b', [false, false, true, false], take(2), take(null)));
    const means = Object.fromEntries(summary.intervals().map(({ name, interval }) => [name, interval.mean]));
    expect(means).toEqual({
      'with the gate': 1, 'without the gate': 0.25, 'a candidate at random': 0.375, 'the best there is': 1, 'gate minus no gate': 0.75, 'gate minus random': 0.625,
    });
  });

  it('leaves out problems whose correctness is not known, and says so', () => {
    const summary = new SelectionSummary();
    summary.add(problem('a', [true, undefined], take(0), take(0)));
    expect(summary.describe()).toEqual([]);
    summary.add(problem('b', [true], take(0), take(0)));
    expect(summary.describe()[0]).toContain('1 problems left out');
  });

  it('gives no interval for one cluster', () => {
    const summary = new SelectionSummary();
    summary.add(problem('a', [true], take(0), take(0)));
    summary.add(problem('a', [true], take(0), take(0)));
    expect(summary.intervals()[0]?.interval).toMatchObject({ mean: 1, low: null });
  });
});
