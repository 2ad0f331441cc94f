import type { SeededRandom } from '../make-samples/seeded-random.js';

/** The tests an altered number has to pass beside being another one. */
interface Limits {
  from: number;
  to: number;
  /** Numbers that stand elsewhere in the same drawing: taking one of them is the slip of a row. */
  others?: readonly number[];
  /** Distance of neighbouring numbers. Default 1. */
  step?: number;
}

/** Another number that a reader may take for this one: that of another row, two digits swapped, one digit changed, a little more or less. */
export function alterNumber(value: number, { from, to, others = [], step = 1 }: Limits, random: SeededRandom): number {
  const digits = String(Math.round(value / step));
  const places = [...digits].map((_, place) => place);
  const place = random.pick(places);
  const changed = Number(digits.slice(0, place) + random.pick([...'123456789'].filter((digit) => digit !== digits[place])) + digits.slice(place + 1));
  const swapped = Number(digits.slice(0, place) + (digits[place + 1] ?? '') + digits[place] + digits.slice(place + 2));
  const near = Math.round(value / step) + random.pick([-3, -2, -1, 1, 2, 3]);
  const candidates = [...random.sample(others, 1), ...[changed, swapped, near].map((count) => count * step)]
    .map((number) => Math.round(number * 1e6) / 1e6)
    .filter((number) => number !== value && number >= from && number <= to);
  return candidates.length === 0 ? (value === to ? from : to) : random.pick(candidates);
}
