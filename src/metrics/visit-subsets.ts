/**
 * Calls `visit` with every way to take k of the places 0..n-1, ascending, in lexicographic order.
 * The array is reused between calls. Expects 1 ≤ k ≤ n.
 */
export function visitSubsets(n: number, k: number, visit: (places: readonly number[]) => void): void {
  const places = Array.from({ length: k }, (_, place) => place);
  for (;;) {
    visit(places);
    let last = k - 1;
    while (last >= 0 && places[last] === n - k + last) last -= 1;
    if (last < 0) return;
    let next = (places[last] as number) + 1;
    for (let place = last; place < k; place += 1) places[place] = next++;
  }
}
