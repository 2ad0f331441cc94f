import { UsageError } from '../../errors/index.js';
import type { MeasuredPair } from './measured-pair.js';
import { summarizePairs, type PairGroup } from './summarize-pairs.js';

/** The version tag of the report of `prm eval premise-pairs`. */
const REPORT_FORMAT = 'prm-premise-pairs-report/1';

export interface PremisePairReport {
  format: typeof REPORT_FORMAT;
  /** Coverage of the intervals. */
  level: number;
  overall: PairGroup;
  /**
   * By fact kind, image kind, and both together, in order of first appearance. Then by level and by the strength of each hindrance: only over
   * kinds (image and fact) of which anything was observable, as the others come out alike however hard they are to read.
   */
  groups: { by: string; groups: PairGroup[] }[];
  /** Reasons why something was not measured, with how often. */
  failures: { reason: string; cells: number }[];
}

/** Reports on measured pairs. @throws UsageError for an id that repeats: intervals are clustered by it. */
export function reportPremisePairs(pairs: readonly MeasuredPair[], { level = 0.95 } = {}): PremisePairReport {
  const ids = new Set<string>();
  for (const { id } of pairs) {
    if (ids.has(id)) throw new UsageError(`Expected each pair to have an id of its own, got ${JSON.stringify(id)} twice.`);
    ids.add(id);
  }
  const hindrances = [...new Set(pairs.flatMap(({ difficulty }) => Object.keys(difficulty)))];
  const groupBy = (by: string, keyOf: (pair: MeasuredPair) => string, among = pairs): PremisePairReport['groups'][number] => {
    const names = [...new Set(among.map(keyOf))];
    return { by, groups: names.map((name) => summarizePairs(name, among.filter((pair) => keyOf(pair) === name), level)) };
  };
  const kindOf = ({ imageKind, factKind }: MeasuredPair): string => `${imageKind}, ${factKind}`;
  const kinds = groupBy('image and fact', kindOf);
  const blind = new Set(kinds.groups.filter(({ isNotObservable }) => isNotObservable).map(({ name }) => name));
  const seen = pairs.filter((pair) => !blind.has(kindOf(pair)));
  return {
    format: REPORT_FORMAT, level,
    overall: summarizePairs('all', pairs, level),
    groups: [
      groupBy('fact', ({ factKind }) => factKind),
      groupBy('image', ({ imageKind }) => imageKind),
      kinds,
      groupBy('level', (pair) => pair.level, seen),
      ...hindrances.map((name) => {
        const { by, groups } = groupBy(name, ({ difficulty }) => String(difficulty[name] ?? '-'), seen);
        return { by, groups: groups.toSorted((a, b) => a.name.localeCompare(b.name)) };
      }),
    ],
    failures: countFailures(pairs),
  };
}

function countFailures(pairs: readonly MeasuredPair[]): PremisePairReport['failures'] {
  const counts = new Map<string, number>();
  for (const { failure } of pairs.flatMap(({ cells }) => cells)) if (failure !== null) counts.set(failure, (counts.get(failure) ?? 0) + 1);
  return [...counts].map(([reason, cells]) => ({ reason, cells })).toSorted((a, b) => b.cells - a.cells);
}
