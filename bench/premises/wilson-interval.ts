/** "12/40 = 30.0 % [18.1, 45.4]": a share with its 95 % Wilson interval, in percent, cut and never rounded up. */
export function formatShare(hits: number, n: number): string {
  if (n === 0) return '0/0';
  const z = 1.96;
  const share = hits / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const cut = (value: number): string => (Math.floor(value * 10000) / 100).toFixed(2);
  return `${hits}/${n} = ${cut(share)} % [${cut(Math.max(0, centre - half))}, ${cut(centre + half)}]`;
}
