import { seededRandom } from './seeded-random.js';

/** Calls `visit` with subsets of k of the places 0..n-1, each equally likely. The array is reused between calls. */
export function sampleSubsets(n: number, k: number, { samples, seed }: { samples: number; seed: number }, visit: (places: readonly number[]) => void): void {
  const random = seededRandom(seed);
  const order = Array.from({ length: n }, (_, place) => place);
  const places = order.slice(0, k);
  for (let sample = 0; sample < samples; sample += 1) {
    for (let place = 0; place < k; place += 1) {
      const other = place + Math.floor(random() * (n - place));
      [order[place], order[other]] = [order[other] as number, order[place] as number];
      places[place] = order[place] as number;
    }
    visit(places);
  }
}
