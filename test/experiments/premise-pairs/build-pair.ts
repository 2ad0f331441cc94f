import { PREMISE_PAIR_FORMAT, type PremisePair } from '../../../src/experiments/premise-pairs/premise-pair.js';

/** A pair about the number beside a name, as its file has it. */
export function buildPair(id = 'p1', extra: Partial<PremisePair> = {}): PremisePair {
  const version = (letter: string, fact: string): PremisePair['versions'][number] => ({
    image: `images/${id}-${letter}.png`, fact,
    solution: { steps: [{ text: 'Look it up.', visualDependency: null }, { text: `Heron has ${fact}.`, visualDependency: `Heron: ${fact}` }], finalAnswer: fact, checklist: 'declared' },
  });
  return {
    format: PREMISE_PAIR_FORMAT, id, imageKind: 'table', factKind: 'printed-value', level: 'easy', difficulty: { font: 0, clutter: 0, rotation: 0, noise: 0 },
    question: 'How many?', premiseStep: 1, versions: [version('a', '31'), version('b', '57')], ...extra,
  };
}
