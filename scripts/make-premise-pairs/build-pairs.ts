import { PREMISE_PAIR_FORMAT, premisePairSchema, type PremisePair } from '../../src/experiments/premise-pairs/premise-pair.js';
import type { Drawing } from '../make-samples/drawing/drawing.js';
import { seedRandom } from '../make-samples/seeded-random.js';
import { designs } from './designs/index.js';
import { chooseDifficulty, type Level } from './difficulty/difficulty.js';
import { chooseLook } from './difficulty/choose-look.js';
import { roughen } from './difficulty/roughen.js';
import type { DraftVersion, PairDesign } from './pair-design.js';

/** The seed of the published pairs. */
export const PAIR_SEED = 20261121;

const levels: readonly Level[] = ['easy', 'medium', 'hard'];

export interface DrawnPair {
  pair: PremisePair;
  /** One a version. */
  drawings: [Drawing, Drawing];
}

/** Builds pairs one by one. Each has a random source of its own, so that more pairs leave the first ones alone. */
export function* buildPairs(seed: number, count: number): Generator<DrawnPair> {
  for (let serial = 0; serial < count; serial += 1) {
    const [round, place] = [Math.floor(serial / designs.length), serial % designs.length];
    const design = designs[place] as PairDesign;
    // Every design meets every level, round by round.
    yield buildPair(`${seed}/${serial}`, `${design.imageKind}-${design.factKind}-${String(serial).padStart(4, '0')}`, design, levels[(place + round) % levels.length] as Level);
  }
}

function buildPair(seed: string, id: string, design: PairDesign, level: Level): DrawnPair {
  const random = seedRandom(seed);
  const difficulty = chooseDifficulty(level, random);
  const look = chooseLook(difficulty, random);
  const { question, versions } = design.draft(random, look);
  const premiseStep = versions[0].steps.findIndex(({ see }) => see !== undefined);
  const draw = ({ drawing }: DraftVersion): Drawing => roughen(drawing, look, difficulty, `${seed}/page`);
  return {
    pair: premisePairSchema.parse({
      format: PREMISE_PAIR_FORMAT, id, imageKind: design.imageKind, factKind: design.factKind, level, difficulty, question, premiseStep,
      versions: versions.map((version, at) => writeVersion(version, `images/${id}-${'ab'[at]}.png`)),
    }),
    drawings: [draw(versions[0]), draw(versions[1])],
  };
}

function writeVersion({ fact, steps, answer }: DraftVersion, image: string): PremisePair['versions'][number] {
  return { image, fact, solution: { steps: steps.map(({ text, see }) => ({ text, visualDependency: see ?? null })), finalAnswer: answer, checklist: 'declared' } };
}
