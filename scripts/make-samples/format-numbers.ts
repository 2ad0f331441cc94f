/** Rounds to six decimals: without the noise of binary fractions equal amounts are equal numbers. */
export const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Writes a number with as many decimals as it needs: 12, 12.5, 1,250. */
export const plain = (value: number): string => exact(value).toLocaleString('en-US', { maximumFractionDigits: 4 });

/** Writes an amount with two decimals: 4.50. */
export const money = (value: number): string =>
  exact(value).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Writes minutes after midnight as a 12-hour time: 9:05 A.M. */
export const time = (minutes: number): string => {
  const hours = Math.floor(minutes / 60) % 24;
  return `${hours % 12 === 0 ? 12 : hours % 12}:${String(minutes % 60).padStart(2, '0')} ${hours < 12 ? 'A.M.' : 'P.M.'}`;
};
