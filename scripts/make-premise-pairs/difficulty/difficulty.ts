import type { PremisePair } from '../../../src/experiments/premise-pairs/premise-pair.js';
import type { SeededRandom } from '../../make-samples/seeded-random.js';

export type Level = PremisePair['level'];
export type Difficulty = PremisePair['difficulty'];
type Strength = 0 | 1 | 2;

/** Chooses how strongly each hindrance is put on: easy none, medium each weakly or not, hard each strongly or weakly. */
export function chooseDifficulty(level: Level, random: SeededRandom): Difficulty {
  const choose = (): Strength => (level === 'easy' ? 0 : random.pick<Strength>(level === 'medium' ? [0, 1] : [1, 2]));
  return { font: choose(), clutter: choose(), rotation: choose(), noise: choose() };
}
