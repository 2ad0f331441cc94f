/** A source of reproducible choices: the same seed text gives the same sequence on every machine. */
export interface SeededRandom {
  /** A whole number in [from, to], both ends included; with `step`, only `from + k * step`. */
  whole(from: number, to: number, step?: number): number;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A copy in shuffled order (Fisher-Yates). */
  shuffle<T>(list: readonly T[]): T[];
  /** The first `count` elements of a shuffled copy. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** Hashes a text to 32 bits (FNV-1a). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Makes a source of choices from a seed text (mulberry32 over its hash). */
export function seedRandom(seed: string): SeededRandom {
  let state = hashText(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number, step = 1): number =>
    from + step * Math.floor(next() * (Math.floor((to - from) / step) + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Expected a list to pick from, got an empty one');
    return list[whole(0, list.length - 1)] as T;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = whole(0, last);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  };
  return { whole, pick, shuffle, sample: (list, count) => shuffle(list).slice(0, count) };
}
