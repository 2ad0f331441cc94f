import type { MeanInterval } from '../../metrics/index.js';

/** A share as percent: "41.3 [38.0, 44.6]"; without what could not be estimated. */
export function formatShare({ mean, low, high }: MeanInterval): string {
  if (mean === null) return '-';
  return low === null || high === null ? percent(mean) : `${percent(mean)} [${percent(low)}, ${percent(high)}]`;
}

/** A difference in points, always with its sign. */
export function formatGain({ mean, low, high }: MeanInterval): string {
  if (mean === null) return '-';
  return low === null || high === null ? signed(mean) : `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
}

export const percent = (share: number): string => (100 * share).toFixed(1);

/** In points, with a sign; what rounds to nothing has none. */
export function signed(share: number): string {
  const text = (100 * share).toFixed(1);
  return Number(text) === 0 ? '0.0' : Number(text) > 0 ? `+${text}` : text;
}
