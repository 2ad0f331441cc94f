import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfNAtK, BestOfNTable, passAtK, reportBestOfN, voteAtK, weightedVoteAtK } from '../../../src/metrics/index.js';
import { columns, type ColumnName } from '../../../src/metrics/evaluation/columns.js';
import { gateRewards, scoreSolution } from '../../../src/scoring/index.js';
import { aggregationNameSchema, gateNameSchema, type CandidateScore, type ClaimScore } from '../../../src/schema/index.js';
import { buildCandidate, buildRecord } from '../build-records.js';

const step = fc.oneof(fc.constantFrom(0.1, 0.4, 0.5, 0.9, 1), fc.constant(null), fc.constant('timeout'));
const claim = fc.record({ steps: fc.subarray([0, 1], { minLength: 1 }), verdict: fc.constantFrom<ClaimScore['verdict']>([0.2, 0.8, 0], [1, 0, 0], [0.1, 0.6, 0.3, 'low'], 'unobservable', null) });
const candidates = fc.array(fc.record({ correct: fc.boolean(), steps: fc.array(step, { minLength: 2, maxLength: 4 }), claims: fc.array(claim, { maxLength: 2 }) }), { minLength: 1, maxLength: 5 })
  .map((list) => list.map(({ correct, steps, claims }, index) => buildCandidate(index, correct, steps, { claims })));

/** The score by the functions of the main job. */
function scoreOf({ steps, claims, reportedP }: CandidateScore, gate: (typeof gateNameSchema.options)[number], aggregate: (typeof aggregationNameSchema.options)[number]) {
  const rewards = gateRewards({
    judgments: steps.map((value) => (typeof value === 'number' ? { status: 'scored', probability: value, source: 'label', findings: [] } : value === null ? { status: 'no-evidence' } : { status: 'unscored', reason: value })),
    claims: claims.map(({ steps: uses, verdict }, place) => ({
      claim: `claim ${place}`, origin: 'declared', steps: uses,
      verdict: verdict === null ? null : verdict === 'unobservable'
        ? { claim: '', observable: false, support: 0, conflict: 0, unknown: 1, severity: null, evidence: [] }
        : { claim: '', observable: true, support: verdict[0], conflict: verdict[1], unknown: verdict[2], severity: verdict[3] ?? null, evidence: [] },
    })),
    reportedP,
  }, { gate });
  const { status, value } = scoreSolution(rewards, 'gated', { gate, aggregate });
  return { score: status === 'unscored' ? null : value, standing: status === 'unscored' ? 'scored' as const : status };
}

describe('BestOfNTable', () => {
  it('holds for every gate, aggregation and k what the single functions give', () => {
    fc.assert(fc.property(candidates, (list) => {
      const table = new BestOfNTable({ gates: gateNameSchema.options, ks: [1, 2, 3, 4, 5] });
      table.add(buildRecord('p', list));
      const sample = table.sample();
      const voters = list.map(({ answer, correct }) => ({ answer, correct: correct === true }));
      for (const k of [1, 2, 3, 4, 5]) {
        const check = (column: ColumnName, expected: number | null | undefined): void => {
          const value = sample.column(column)[0] as number;
          if (k > list.length) expect(value).toBeNaN();
          else expect(value).toBeCloseTo(expected as number, 12);
        };
        check(columns.pass(k), passAtK(voters.map(({ correct }) => correct), k));
        check(columns.vote(k), voteAtK(voters, k));
        for (const gate of gateNameSchema.options) {
          for (const aggregation of aggregationNameSchema.options) {
            const judged = list.map((candidate, place) => ({ ...voters[place] as (typeof voters)[number], ...scoreOf(candidate, gate, aggregation) }));
            check(columns.bestOfN(gate, aggregation, k), bestOfNAtK(judged, k));
            check(columns.weightedVote(gate, aggregation, k), weightedVoteAtK(judged, k)?.value);
          }
        }
      }
    }), { numRuns: 40 });
  });

  it('leaves out problems that say nothing, and counts them', () => {
    const table = new BestOfNTable();
    table.add(buildRecord('empty', []));
    table.add(buildRecord('unjudged', [buildCandidate(0, true, [1]), buildCandidate(1, null, [1], { judgedBy: 'no-gold' })]));
    table.add(buildRecord('good', [buildCandidate(0, true, [0.9]), buildCandidate(1, false, [0.1], { judgedBy: 'no-answer', answer: null })]));
    table.add(buildRecord('good', [buildCandidate(0, true, ['timeout']), buildCandidate(1, false, [])]));
    expect(table.counts).toMatchObject({
      problems: 4, withoutCandidates: 1, unjudged: 1, repeatedIds: 1, allUnscored: 1, candidates: 4, withoutAnswer: 1, singleStep: 3, withoutSteps: 1,
      sizes: { 2: 2 }, statuses: { scored: 2, unscored: 2 }, judgedBy: { stored: 3, 'no-answer': 1 },
    });
    expect(reportBestOfN(table).overall).toMatchObject({ problems: 2, headline: { bestOfN: { mean: 0.5 }, single: { mean: 0.5 } }, bounds: { worst: 0.5, best: 1 } });
  });

  it('says why there is nothing to report', () => {
    const table = new BestOfNTable();
    table.add(buildRecord('unjudged', [buildCandidate(0, null, [1])]));
    expect(() => reportBestOfN(table)).toThrow('got 1 problems: 0 without candidates, 1 where neither `correct` nor a usable reference answer says so');
    expect(() => new BestOfNTable({ ks: [129] })).toThrow('Expected subset sizes `k` to be integers from 1 to 128, got `129`');
  });

  it('has no figure for more candidates than a problem has, and says for how many problems it has one', () => {
    const table = new BestOfNTable({ ks: [1, 2] });
    table.add(buildRecord('one', [buildCandidate(0, true, [0.9])]));
    table.add(buildRecord('two', [buildCandidate(0, true, [0.9]), buildCandidate(1, false, [0.1])]));
    expect(reportBestOfN(table, { k: 2 }).overall.curve.map(({ k, bestOfN }) => [k, bestOfN.n, bestOfN.mean])).toEqual([[1, 2, 0.75], [2, 1, 1]]);
  });

  it('treats a probability that is no number as a failed measurement', () => {
    const table = new BestOfNTable();
    table.add(buildRecord('p', [buildCandidate(0, false, [NaN]), buildCandidate(1, true, [0.1]), buildCandidate(2, false, [Infinity])]));
    expect(table.counts.statuses).toMatchObject({ unscored: 2, scored: 1 });
    expect(reportBestOfN(table).overall.headline.bestOfN.mean).toBe(1);
  });

  it('bounds Best-of-N over all scores that a failed measurement could have had', () => {
    const score = fc.constantFrom(0, 0.3, 0.6, 1);
    const list = fc.array(fc.record({ correct: fc.boolean(), known: score, hidden: score, isHidden: fc.boolean() }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(list, (hypothetical) => {
      const [seen, full] = [new BestOfNTable(), new BestOfNTable()];
      seen.add(buildRecord('p', hypothetical.map(({ correct, known, isHidden }, index) => buildCandidate(index, correct, [isHidden ? 'timeout' : known]))));
      full.add(buildRecord('p', hypothetical.map(({ correct, known, hidden, isHidden }, index) => buildCandidate(index, correct, [isHidden ? hidden : known]))));
      const { worst, best } = reportBestOfN(seen).overall.bounds;
      const truth = reportBestOfN(full).overall.headline.bestOfN.mean as number;
      expect(truth).toBeGreaterThanOrEqual(worst as number - 1e-12);
      expect(truth).toBeLessThanOrEqual(best as number + 1e-12);
    }));
  });
});
