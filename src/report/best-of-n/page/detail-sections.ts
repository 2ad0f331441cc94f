import type { PublishedResult } from '../../../metrics/index.js';
import type { ReportBlock } from '../../page/report-section.js';
import { gainCells, percent, shareCells } from '../format-interval.js';
import type { BestOfNResult } from './best-of-n-result.js';

const share = ({ mean }: { mean: number | null }): string => (mean === null ? '-' : percent(mean));

/** Every gate and aggregation over the same candidates. */
export function scoringBlocks({ report: { overall, scoring } }: BestOfNResult): ReportBlock[] {
  return [
    {
      kind: 'table',
      table: {
        caption: `Right answers in %, gains in points. The more ways are tried, the better the best of them looks: choose before you look, or on other data. n = ${overall.problems}.`,
        head: ['', 'BoN', 'interval', 'over vote', 'interval', 'weighted vote', 'ties'],
        rows: scoring.flatMap(({ gate }) => [
          [gate === 'none' ? 'without the gate' : `gate ${gate}`],
          ...overall.scorings.filter((each) => each.gate === gate).map(({ aggregation, bestOfN, overVote, weightedVote, tied }) =>
            [aggregation, ...shareCells(bestOfN), ...gainCells(overVote), share(weightedVote), share(tied)]),
        ]),
      },
    },
  ];
}

/** What others published on benchmarks of the same names. */
export function publishedBlocks(published: readonly PublishedResult[]): ReportBlock[] {
  const sources = [...new Set(published.map(({ source }) => source))];
  return [
    {
      kind: 'table',
      table: {
        caption: 'In %, on other candidates and by other rules for ties and answers: to be looked at beside the figures above, not compared with them.',
        head: ['benchmark', 'policy', 'verifier', 'N', 'single', 'BoN', 'gain'],
        rows: published.map(({ benchmark, policy, verifier, n, single, bestOfN, gain }) =>
          [benchmark, policy, verifier, String(n), single === null ? '-' : single.toFixed(1), bestOfN === null ? '-' : bestOfN.toFixed(1), `+${gain.toFixed(single === null ? 2 : 1)}`]),
      },
    },
    { kind: 'notes', lines: sources.map((source) => `Source: ${source}.`) },
  ];
}
