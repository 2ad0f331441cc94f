import type { ChoicesAtK } from '../../../metrics/index.js';
import type { ReportBlock } from '../../page/report-section.js';
import { drawCurves, type Curve } from '../../plots/draw-curves.js';
import { percent, shareCells } from '../format-interval.js';
import type { BestOfNResult } from './best-of-n-result.js';

/** How the figures grow with the number of candidates: a plot, and the same as a table. */
export function curveBlocks(result: BestOfNResult): ReportBlock[] {
  const points = curvePoints(result);
  const { report: { level, scoring }, prefix } = result;
  if (points.length < 2) return [{ kind: 'text', text: 'Every problem has one candidate: there is nothing to choose from, and no curve.' }];
  const hasGate = (scoring[0]?.gate ?? 'none') !== 'none';
  const isSame = points.every(({ choices: { bestOfN, ungated } }) => bestOfN.mean === ungated.mean);
  const curve = (label: string, pick: (at: ChoicesAtK) => ChoicesAtK['pass'], look: Omit<Curve, 'label' | 'points'>): Curve =>
    ({ label, ...look, points: points.map(({ k, choices }) => ({ k, share: pick(choices) })) });
  const [first, last] = [points[0], points.at(-1)] as [CurvePoint, CurvePoint];
  return [
    {
      kind: 'plot',
      plot: drawCurves([
        curve('at least one right', ({ pass }) => pass, { role: 'green', dashes: [8, 4], symbol: 'triangle', hasBand: true }),
        curve('majority vote', ({ vote }) => vote, { role: 'orange', dashes: [3, 3], symbol: 'rect', hasBand: true }),
        curve('weighted vote', ({ weightedVote }) => weightedVote, { role: 'purple', dashes: [10, 3, 2, 3], symbol: 'diamond', hasBand: false }),
        ...(hasGate && !isSame ? [curve('without the gate', ({ ungated }) => ungated, { role: 'grey', dashes: [2, 4], symbol: 'circle', isHollow: true, hasBand: false })] : []),
        curve('Best-of-N', ({ bestOfN }) => bestOfN, { role: 'blue', symbol: 'circle', hasBand: true }),
      ], {
        name: `${prefix}curves`,
        title: 'Best-of-N and Pass@k by the number of candidates',
        alt: `From k = ${first.k} to ${last.k}: Best-of-N goes from ${share(first.choices.bestOfN)} to ${share(last.choices.bestOfN)} %, a majority vote to ${share(last.choices.vote)} %, at least one right to ${share(last.choices.pass)} %.`,
        caption: `Exact over all subsets of k candidates, in %. Bands: ${percent(level).replace('.0', '')} % intervals of Best-of-N, vote and "at least one right" (Pass@k), clustered by question and images; neighbouring points share problems, so look at paired gains, not at whether bands overlap.${hasGate && isSame ? ' Without the gate Best-of-N is the same.' : ''} n = ${describeRange(points.map(({ choices }) => choices.pass.n))} problems.`,
      }),
    },
    {
      kind: 'table',
      table: {
        caption: 'The same in figures: right answers in %, with the interval of Best-of-N.',
        head: ['k', 'problems', 'Best-of-N', 'interval', ...(hasGate ? ['no gate'] : []), 'vote', 'weighted', 'at least one'],
        rows: points.map(({ k, choices: { pass, vote, weightedVote, bestOfN, ungated } }) =>
          [String(k), String(pass.n), ...shareCells(bestOfN), ...(hasGate ? [share(ungated)] : []), share(vote), share(weightedVote), share(pass)]),
      },
    },
  ];
}

interface CurvePoint {
  k: number;
  choices: ChoicesAtK;
}

/** The points of the curve; where every problem has equally many candidates, the choice among all of them ends it. */
export function curvePoints({ report: { overall, counts } }: BestOfNResult): CurvePoint[] {
  const points = overall.curve.map((choices) => ({ k: Number(choices.k), choices }));
  const [size, ...others] = Object.keys(counts.sizes).map(Number);
  const isWhole = size !== undefined && others.length === 0 && overall.headline.k === 'all';
  return isWhole && size > (points.at(-1)?.k ?? 0) ? [...points, { k: size, choices: overall.headline }] : points;
}

const share = ({ mean }: { mean: number | null }): string => (mean === null ? '-' : percent(mean));

function describeRange(counts: readonly number[]): string {
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return low === high ? String(low) : `${low} to ${high}`;
}
