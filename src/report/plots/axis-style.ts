import { colour } from './palette.js';

export const TEXT_SIZE = 12;

/** How axes look: a faint line, faint labels, the name with its unit in the middle. */
export function styleAxis({ name, grid, gap }: { name: string; grid: boolean; gap: number }): Record<string, unknown> {
  return {
    name, nameLocation: 'middle', nameGap: gap,
    nameTextStyle: { color: colour('ink'), fontSize: TEXT_SIZE },
    axisLabel: { color: colour('faint'), fontSize: TEXT_SIZE },
    axisLine: { show: !grid, onZero: false, lineStyle: { color: colour('faint') } },
    axisTick: { show: !grid, lineStyle: { color: colour('faint') } },
    splitLine: { show: grid, lineStyle: { color: colour('line') } },
  };
}

/** An axis of percentages from 0 up to a round number above `highest` (a share), at most 100. */
export function percentAxis(name: string, highest: number): Record<string, unknown> {
  const style = styleAxis({ name, grid: true, gap: 40 });
  const interval = highest > 0.5 ? 20 : 10;
  return { ...style, type: 'value', min: 0, max: Math.min(100, Math.max(10, Math.ceil((100 * highest) / interval) * interval)), interval: highest > 0.1 ? interval : 2, axisLabel: { color: colour('faint'), fontSize: TEXT_SIZE, formatter: (value: number) => `${value} %` } };
}
