import type { ReferenceTables } from '../../metrics/index.js';
import { layOutRows } from './lay-out-rows.js';

const titles = {
  correctness_rate: 'Correctness rate', weighted_correctness: 'Weighted correctness', streak_score: 'Streak score',
  geometric_mean: 'Geometric mean', first_error_position: 'First-error position',
} as const;

/** The reference's tables in its own terms, in %: sources as rows, k as columns. */
export function formatReferenceTables(tables: ReferenceTables): string {
  const blocks = Object.entries(titles).map(([name, title]) => {
    const { best_slot: bestSlot, stats } = tables[name as keyof ReferenceTables];
    const sources = Object.keys(stats).filter((source) => source !== 'OVERALL').sort();
    const sizes = stats['OVERALL']?.pass.map((_, place) => `k=${place + 1}`) ?? [];
    const rows = [...sources, 'OVERALL'].flatMap((source) => {
      const { total = 0, pass = [], bon = [] } = stats[source] ?? {};
      const share = (count: number): string => (total === 0 ? '-' : ((100 * count) / total).toFixed(2));
      return [[`${source} (${total}) Pass`, ...pass.map(share)], [`${' '.repeat(source.length + String(total).length + 3)} BoN`, ...bon.map(share)]];
    });
    return [`${title}; Pass@1 is that of slot ${bestSlot}`, ...layOutRows([['', ...sizes], ...rows], { gap: 1 })].join('\n');
  });
  const rule = 'By the rules of the reference: the first k slots; a tie is right when any of it\nis; Pass@1 of the slot that did best here. Not comparable with exact figures.';
  return `${[...blocks, rule].join('\n\n')}\n`;
}
