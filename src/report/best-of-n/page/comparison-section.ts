import type { MeanInterval } from '../../../metrics/index.js';
import type { ReportBlock } from '../../page/report-section.js';
import { drawCurves, type Curve } from '../../plots/draw-curves.js';
import { drawForest } from '../../plots/draw-forest.js';
import { gainCells, percent, shareCells } from '../format-interval.js';
import type { BestOfNResult } from './best-of-n-result.js';
import { curvePoints } from './curve-section.js';
import { describeGain } from './describe-gain.js';
import { gainKinds } from './group-section.js';

/** Looks that stay apart without colour; later results take them again. */
const looks = [
  { role: 'blue', symbol: 'circle' }, { role: 'orange', symbol: 'rect', dashes: [6, 3] }, { role: 'green', symbol: 'triangle', dashes: [3, 3] },
  { role: 'purple', symbol: 'diamond', dashes: [10, 3, 2, 3] }, { role: 'grey', symbol: 'circle', isHollow: true, dashes: [2, 4] },
] as const;

/** Several results side by side; where they score the same candidates, each is paired with the first. */
export function comparisonBlocks(results: readonly BestOfNResult[]): ReportBlock[] {
  const [first, ...others] = results;
  if (first === undefined || others.length === 0) return [];
  const curves = results.map((result, place): Curve => ({
    label: shorten(result.name), ...looks[place % looks.length] as (typeof looks)[number], hasBand: place < 2,
    points: curvePoints(result).map(({ k, choices }) => ({ k, share: choices.bestOfN })),
  }));
  return [
    ...others.map((result): ReportBlock => ({ kind: 'finding', ...describePair(result, first) })),
    { kind: 'table', table: tabulate(results) },
    {
      kind: 'plot',
      plot: drawForest(results.map(({ name, report: { overall } }) => ({ name, n: overall.problems, gains: [overall.gains.overVote, overall.gains.overSingle] })), gainKinds, 'gain of Best-of-N in points', {
        name: 'gains', title: 'Gains side by side',
        alt: results.map(({ name, report: { overall } }) => `${name}: ${gainCells(overall.gains.overVote).join(' ')} points over a vote`).join('; '),
        caption: `Each over the votes and the single candidates of its own file, paired by problem, with ${percent(first.report.level).replace('.0', '')} % intervals. In brackets: problems.`,
      }),
    },
    ...(curves.every(({ points }) => points.length < 2) ? [] : [{
      kind: 'plot',
      plot: drawCurves(curves, {
        name: 'best-of-n', title: 'Best-of-N side by side',
        alt: results.map(({ name, report: { overall } }) => `${name}: ${shareCells(overall.headline.bestOfN).join(' ')} %`).join('; '),
        caption: 'Best-of-N of each by the number of candidates; bands for the first two.',
      }),
    } as const]),
  ];
}

function describePair({ name, report: { comparison } }: BestOfNResult, first: BestOfNResult): ReturnType<typeof describeGain> {
  if (comparison === null || comparison.paired === 0) return { tone: 'unsure', text: `${name} and ${first.name} share no problem with the same candidates: they cannot be paired, and their figures may differ for that alone.` };
  const { onlyFirst, onlySecond, differing } = comparison;
  const { tone, text } = describeGain(comparison.difference, first.name);
  const left = onlyFirst + onlySecond + differing === 0 ? '' : ` Not compared: ${onlyFirst} problems only in ${name}, ${onlySecond} only in ${first.name}, ${differing} with other candidates.`;
  return { tone, text: `${name}: ${text}${left}` };
}

function tabulate(results: readonly BestOfNResult[]): { caption: string; head: string[]; rows: string[][] } {
  const mean = (share: MeanInterval): string => (share.mean === null ? '-' : percent(share.mean));
  return {
    caption: 'Right answers in %, gains in points, each under the gate and the aggregation of its own file.',
    head: ['', 'problems', 'single', 'vote', 'BoN', 'interval', 'over vote', 'interval', 'at least one', 'ties'],
    rows: results.map(({ name, report: { overall: { headline, gains, problems, tied } } }) =>
      [name, String(problems), mean(headline.single), mean(headline.vote), ...shareCells(headline.bestOfN), ...gainCells(gains.overVote), mean(headline.pass), mean(tied)]),
  };
}

const shorten = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name);
