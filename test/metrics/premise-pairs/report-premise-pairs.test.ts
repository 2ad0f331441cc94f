import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportPremisePairs, type MeasuredPair, type PairCell } from '../../../src/metrics/index.js';
import { orderPair } from '../../../src/metrics/premise-pairs/order-pair.js';

/** A pair with the rewards of its cells: both own ones, then premise b on image a, and premise a on image b. */
function pair(id: string, rewards: readonly (number | null)[], extra: Partial<MeasuredPair> & { cell?: Partial<PairCell> } = {}): MeasuredPair {
  const { cell = {}, ...rest } = extra;
  const places = [[0, 0], [1, 1], [0, 1], [1, 0]] as const;
  return {
    id, imageKind: 'table', factKind: 'printed-value', level: 'easy', difficulty: { font: 0 },
    cells: places.map(([image, premise], at) => ({ image, premise, gated: rewards[at] ?? null, raw: 0, isObservable: true, isContradicted: (rewards[at] ?? 0) < 0, failure: null, ...cell })),
    ...rest,
  };
}
const outcome = (rewards: readonly (number | null)[], cell: Partial<PairCell> = {}) => orderPair(pair('p', rewards, { cell }), 'gated').outcome;

describe('orderPair', () => {
  it('calls a pair ordered only when all four comparisons are strict', () => {
    expect(outcome([0.2, 0.1, -1, -0.9])).toBe('ordered');
    expect(outcome([0.2, 0.1, 0.1, -1])).toBe('undecided');
    expect(outcome([0.2, 0.1, 0.15, -1])).toBe('wrong');
    expect(outcome([0, 0, 0, 0])).toBe('undecided');
    expect(outcome([0, 0, 0, 0], { isObservable: false })).toBe('unseen');
    expect(outcome([0, null, 0, 0])).toBe('unscored');
  });

  it('asks nothing of the audit with the gate off', () => {
    expect(orderPair(pair('p', [1, 1, -1, -1]), 'raw').outcome).toBe('unseen');
  });

  it('comes out the same when the versions change their names', () => {
    const reward = fc.constantFrom(-1, -0.5, 0, 0.5, 1);
    fc.assert(fc.property(reward, reward, reward, reward, (a, b, c, d) => {
      expect(orderPair(pair('p', [b, a, d, c]), 'gated')).toEqual(orderPair(pair('p', [a, b, c, d]), 'gated'));
    }));
  });

  it('needs all four cells', () => {
    const whole = pair('p', [1, 1, 0, 0]);
    expect(() => orderPair({ ...whole, cells: whole.cells.slice(1) }, 'gated')).toThrow('Expected the pair "p" to hold all four cells');
  });
});

describe('reportPremisePairs', () => {
  const blind = { isObservable: false, isContradicted: false };
  const pairs = [
    pair('a', [0, 0, -1, -1]), pair('b', [0, 0, -1, 0]), pair('c', [-1, 0, -1, -1]),
    pair('d', [0, 0, 0, 0], { factKind: 'colour', level: 'hard', cell: blind }),
    pair('e', [null, null, null, null], { factKind: 'colour', level: 'hard', cell: { ...blind, isContradicted: null, failure: 'describe: no file' } }),
  ];
  const report = reportPremisePairs(pairs);

  it('shares outcomes among all pairs, so that nothing is hidden', () => {
    const { ordered, wrong, undecided, unseen, unscored } = report.overall.gated;
    expect([ordered, wrong, undecided, unseen, unscored].map(({ mean }) => mean)).toEqual([0.2, 0, 0.4, 0.2, 0.2]);
    expect(report.overall.gated.comparisons).toMatchObject({ n: 16, clusters: 4, mean: (4 + 2 + 2) / 16 });
    expect(report.overall.raw.unseen.mean).toBe(1);
  });

  it('counts false alarms among true premises and catches among false ones, where there was an audit', () => {
    expect(report.overall.falseAlarms).toMatchObject({ n: 8, clusters: 4, mean: 1 / 8 });
    expect(report.overall.caught).toMatchObject({ n: 8, mean: 5 / 8 });
  });

  it('calls a kind not observable where nothing of it was seen, and leaves such kinds out of levels', () => {
    const only = reportPremisePairs(pairs.slice(0, 4));
    expect(only.groups.find(({ by }) => by === 'fact')?.groups.map(({ name, isNotObservable }) => [name, isNotObservable])).toEqual([['printed-value', false], ['colour', true]]);
    expect(only.groups.find(({ by }) => by === 'level')?.groups.map(({ name, pairs: n }) => [name, n])).toEqual([['easy', 3]]);
  });

  it('lists why something was not measured, and refuses a repeated id', () => {
    expect(report.failures).toEqual([{ reason: 'describe: no file', cells: 4 }]);
    expect(() => reportPremisePairs([pair('a', []), pair('a', [])])).toThrow('Expected each pair to have an id of its own, got "a" twice.');
  });
});
