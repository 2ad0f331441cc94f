/** C(n, k) as a double: exact while it fits in 53 bits, Infinity where it is too large for a double. */
export function subsetCount(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  const size = Math.min(k, n - k);
  let count = 1;
  for (let taken = 1; taken <= size; taken += 1) {
    count = (count * (n - size + taken)) / taken;
    if (count < Number.MAX_SAFE_INTEGER) count = Math.round(count);
  }
  return count;
}
