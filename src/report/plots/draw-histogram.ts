import type { ScoreBin } from '../../metrics/index.js';
import { styleAxis, TEXT_SIZE } from './axis-style.js';
import { lineSeries, markSeries } from './custom-marks.js';
import { colour, type ColourRole } from './palette.js';
import type { Plot } from './plot.js';

/** The scores of right candidates upwards and of wrong ones downwards, each in percent of its kind, so that the shapes compare. */
export function drawHistogram(bins: readonly ScoreBin[], axis: string, words: Omit<Plot, 'draw' | 'height'>): Plot {
  const total = { right: sum(bins, 'right'), wrong: sum(bins, 'wrong') };
  const share = (kind: 'right' | 'wrong', bin: ScoreBin): number => (total[kind] === 0 ? 0 : (100 * bin[kind]) / total[kind]);
  const highest = Math.max(10, ...bins.flatMap((bin) => [share('right', bin), share('wrong', bin)]));
  const reach = highest > 10 ? Math.ceil(highest / 20) * 20 : 10;
  const bars = (kind: 'right' | 'wrong', role: ColourRole, way: 1 | -1): Record<string, unknown> =>
    markSeries(bins.map((bin) => [bin.low, bin.high, way * share(kind, bin)]), 2, ([low = 0, high = 0, value = 0], place) => {
      const [[x1, y1], [x2, y2]] = [place(low, value), place(high, 0)];
      return { type: 'rect', shape: { x: x1 + 1, y: Math.min(y1, y2), width: Math.max(1, x2 - x1 - 2), height: Math.abs(y2 - y1) }, style: { fill: colour(role) } };
    });
  const name = (text: string, role: ColourRole, at: number): Record<string, unknown> => markSeries([[0, at]], 4, ([x = 0, y = 0], place) => {
    const [left, top] = place(x, y);
    return { type: 'text', style: { text, x: left + 6, y: top, fill: colour(role), fontSize: TEXT_SIZE, verticalAlign: 'middle' } };
  });
  return {
    ...words, height: 300,
    draw: () => ({
      grid: { left: 64, right: 16, top: 12, bottom: 46 },
      xAxis: { ...styleAxis({ name: axis, grid: false, gap: 28 }), type: 'value', min: 0, max: 1, interval: 0.2, axisLabel: { color: colour('faint'), fontSize: TEXT_SIZE, formatter: (value: number) => value.toFixed(1) } },
      yAxis: {
        ...styleAxis({ name: 'share of its kind', grid: true, gap: 46 }), type: 'value', min: -reach, max: reach, interval: reach / 2,
        axisLabel: { color: colour('faint'), fontSize: TEXT_SIZE, formatter: (value: number) => `${Math.abs(value)} %` },
      },
      series: [
        bars('right', 'green', 1), bars('wrong', 'orange', -1), lineSeries([0, 0], [1, 0], { stroke: colour('ink'), lineWidth: 1 }),
        name(`right (n = ${total.right})`, 'green', 0.88 * reach), name(`wrong (n = ${total.wrong})`, 'orange', -0.88 * reach),
      ],
    }),
  };
}

function sum(bins: readonly ScoreBin[], kind: 'right' | 'wrong'): number {
  return bins.reduce((total, bin) => total + bin[kind], 0);
}
