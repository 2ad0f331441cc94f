import type { MeanInterval } from '../../metrics/index.js';
import { printable } from '../../util/wrap-text.js';
import { percentAxis, styleAxis, TEXT_SIZE } from './axis-style.js';
import { bandSeries } from './custom-marks.js';
import { colour, type ColourRole } from './palette.js';
import type { Plot } from './plot.js';

/** A share as it changes with the number of candidates k. */
export interface Curve {
  label: string;
  role: ColourRole;
  /** Dashes and gaps in pixels; none for a whole line. Lines stay apart without colour. */
  dashes?: readonly number[];
  symbol: 'circle' | 'rect' | 'triangle' | 'diamond';
  /** The mark is a ring or an outline. */
  isHollow?: boolean;
  hasBand: boolean;
  points: readonly { k: number; share: MeanInterval }[];
}

const pixelsOf = (text: string): number => text.length * TEXT_SIZE * 0.56;

/** Curves over k on a scale of doublings, each with its name at its end. */
export function drawCurves(curves: readonly Curve[], words: Omit<Plot, 'draw' | 'height'>): Plot {
  const sizes = [...new Set(curves.flatMap(({ points }) => points.map(({ k }) => k)))].sort((a, b) => a - b);
  const ticks = sizes.map(Math.log2);
  const highest = Math.max(...curves.flatMap(({ points }) => points.map(({ share }) => share.high ?? share.mean ?? 0)));
  const longest = Math.max(...curves.map(({ label }) => pixelsOf(label)));
  const draw = (): ReturnType<Plot['draw']> => {
    const x = styleAxis({ name: 'candidates to choose from, k', grid: false, gap: 28 });
    return {
      grid: { left: 56, right: longest + 16, top: 12, bottom: 46, containLabel: false },
      xAxis: {
        ...x, type: 'value', min: ticks[0], max: ticks.at(-1),
        axisTick: { show: true, customValues: ticks, lineStyle: { color: colour('faint') } }, minorTick: { show: false },
        axisLabel: { color: colour('faint'), fontSize: TEXT_SIZE, customValues: ticks, formatter: (value: number) => String(Math.round(2 ** value)) },
      },
      yAxis: percentAxis('problems with a right choice', highest),
      series: curves.flatMap((curve) => [...drawBand(curve), drawLine(curve)]),
    };
  };
  return { ...words, height: 340, draw };
}

function drawBand({ hasBand, points, role }: Curve): Record<string, unknown>[] {
  const band = points.flatMap(({ k, share: { low, high } }) => (low === null || high === null ? [] : [[Math.log2(k), 100 * Math.max(0, low), 100 * Math.min(1, high)] as const]));
  return hasBand && band.length > 1 ? [bandSeries(band, colour(role))] : [];
}

function drawLine({ label, role, dashes, symbol, isHollow, points }: Curve): Record<string, unknown> {
  return {
    type: 'line', silent: true, clip: false, z: 3, symbol, symbolSize: 7,
    data: points.flatMap(({ k, share: { mean } }) => (mean === null ? [] : [[Math.log2(k), 100 * mean]])),
    lineStyle: { color: colour(role), width: 2, ...(dashes === undefined ? {} : { type: [...dashes] }) },
    itemStyle: isHollow === true ? { color: colour('paper'), borderColor: colour(role), borderWidth: 2 } : { color: colour(role) },
    endLabel: { show: true, formatter: () => printable(label), color: colour(role), fontSize: TEXT_SIZE, distance: 6, padding: [1.5, 0] },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}
