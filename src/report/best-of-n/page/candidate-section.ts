import { binByScore, type MeanInterval } from '../../../metrics/index.js';
import type { ReportBlock } from '../../page/report-section.js';
import { drawCalibration } from '../../plots/draw-calibration.js';
import { drawHistogram } from '../../plots/draw-histogram.js';
import { percent } from '../format-interval.js';
import type { BestOfNResult } from './best-of-n-result.js';

const HISTOGRAM_BINS = 20;
const CALIBRATION_BINS = 10;
const RELIABILITY_BINS = 5;

/** The candidates one by one: how scores are spread, and whether score and reliability go with being right. */
export function candidateBlocks({ report, candidates, prefix }: BestOfNResult): ReportBlock[] {
  const { correct, clusters, scores, reliabilities } = candidates;
  const { level, scoring } = report;
  const { aggregate = 'mean', lambda = 0 } = scoring[0] ?? {};
  const bins = (values: readonly number[], count: number): ReturnType<typeof binByScore> => binByScore({ values, correct, clusters }, count, level);
  const [scored, told] = [scores, reliabilities].map((values) => values.filter((value) => !Number.isNaN(value)).length) as [number, number];
  if (scored === 0) return [{ kind: 'text', text: 'No candidate has a score: nothing can be shown of their spread.' }];
  const intervals = `Lines: ${percent(level).replace('.0', '')} % intervals, clustered by question and images, for 5 candidates and more, unless all or none of them are right.`;
  const order = candidates.order(level);
  return [
    { kind: 'text', text: describeOrder(order) },
    {
      kind: 'plot',
      plot: drawHistogram(bins(scores, HISTOGRAM_BINS), `score of the candidate (${aggregate})`, {
        name: `${prefix}scores`,
        title: 'Scores of right and of wrong candidates',
        alt: `${describeOrder(order)} ${scored} candidates have a score.`,
        caption: `Right candidates upwards, wrong ones downwards, each in % of its kind. n = ${scored} candidates with a score${scored < scores.length ? `; ${scores.length - scored} have none that counts` : ''}.`,
      }),
    },
    {
      kind: 'plot',
      plot: drawCalibration(bins(scores, CALIBRATION_BINS), { axis: `score of the candidate (${aggregate})`, isShare: true }, {
        name: `${prefix}score-against-correctness`,
        title: 'Score against correctness',
        alt: `Share of right candidates in ${CALIBRATION_BINS} bins of the score.`,
        caption: `Each dot is a bin of the score, with its number of candidates. On the dashed line a score is the share of right candidates; for choosing it is enough that dots rise. ${intervals} n = ${scored} candidates.`,
      }),
    },
    ...(told === 0
      ? [{ kind: 'text', text: 'Reliability against correctness: no candidate has a premise that the verifier could have seen, so there is nothing to plot.' } as const]
      : [{
        kind: 'plot',
        plot: drawCalibration(bins(reliabilities, RELIABILITY_BINS), { axis: 'reliability of the premises', isShare: false }, {
          name: `${prefix}reliability`,
          title: 'Reliability of the premises against correctness',
          alt: `Share of right candidates in ${RELIABILITY_BINS} bins of the reliability of their premises.`,
          caption: `Reliability is 1 - conflict - ${lambda} x unknown, mean over the steps that rest on a premise the verifier could see. ${intervals} n = ${told} candidates; ${scores.length - told} have no such premise.`,
        }),
      } as const]),
  ];
}

function describeOrder(order: MeanInterval): string {
  if (order.mean === null) return 'No problem has both a right and a wrong candidate with a score, so their order says nothing.';
  const interval = order.low === null || order.high === null ? '' : ` [${percent(order.low)}, ${percent(order.high)}]`;
  return `Within a problem a right candidate scores above a wrong one in ${percent(order.mean)} %${interval} of pairs, ties counting half (50 % is chance; n = ${order.n} problems that have both).`;
}
