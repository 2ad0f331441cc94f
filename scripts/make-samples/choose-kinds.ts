import type { CandidateKind, MistakeKind } from './sample-draft.js';
import type { SeededRandom } from './seeded-random.js';

/** Chooses the four different candidates of a problem, in shuffled order: one or two right ones, the rest wrong. */
export function chooseKinds(mistakes: readonly MistakeKind[], declared: boolean, random: SeededRandom): CandidateKind[] {
  const right: CandidateKind[] = declared
    ? random.pick<CandidateKind[]>([['correct'], ['correct', 'correct-undeclared'], ['correct-undeclared']])
    : ['correct-undeclared'];
  return random.shuffle([...right, ...random.sample(mistakes, 4 - right.length)]);
}
