/** Another character at the same place. */
interface OtherReading {
  text: string;
  probability: number;
}

/** One character with where it was seen. */
export interface ReadCharacter {
  text: string;
  /** Probability of the character at its surest time step, in [0,1]. */
  probability: number;
  /** Probability-weighted mean of its time steps, in time steps from the left (the middle of step 0 is 0.5). */
  position: number;
  /** Other characters at its surest step, best first. */
  others: OtherReading[];
}

/** Characters that came second are kept from this probability on. */
const OTHER_THRESHOLD = 0.02;
const MAX_OTHERS = 3;

/**
 * Greedy CTC decoding of one line: the best class a time step, repeats merged, blanks (class 0) dropped.
 * `scores` holds `steps` rows of one probability a class; `alphabet[class]` is its text.
 */
export function decodeCtc(scores: Float32Array, steps: number, alphabet: readonly string[]): ReadCharacter[] {
  const classes = alphabet.length;
  const characters: (ReadCharacter & { weight: number })[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    const row = scores.subarray(step * classes, (step + 1) * classes);
    const best = findBest(row);
    const probability = row[best] ?? 0;
    if (best !== 0) {
      const last = characters.at(-1);
      if (last && best === previous) {
        last.position = (last.position * last.weight + (step + 0.5) * probability) / (last.weight + probability);
        last.weight += probability;
        if (probability > last.probability) Object.assign(last, { probability, others: findOthers(row, best, alphabet) });
      } else {
        characters.push({ text: alphabet[best] ?? '', probability, position: step + 0.5, weight: probability, others: findOthers(row, best, alphabet) });
      }
    }
    previous = best;
  }
  return characters.map(({ weight: _, ...character }) => character);
}

/** Index of the largest value. */
function findBest(row: Float32Array): number {
  let best = 0;
  for (let i = 1; i < row.length; i++) if ((row[i] ?? 0) > (row[best] ?? 0)) best = i;
  return best;
}

/** The likeliest characters besides the best one and the blank. */
function findOthers(row: Float32Array, best: number, alphabet: readonly string[]): OtherReading[] {
  const others: OtherReading[] = [];
  for (let i = 1; i < row.length; i++) {
    const probability = row[i] ?? 0;
    if (i !== best && probability >= OTHER_THRESHOLD) others.push({ text: alphabet[i] ?? '', probability });
  }
  return others.sort((a, b) => b.probability - a.probability).slice(0, MAX_OTHERS);
}
