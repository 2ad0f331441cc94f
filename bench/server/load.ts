import type { ProblemRecord, Solution } from '../../src/schema/index.js';
import { createRandom, pick } from '../shared/seeded-random.js';

export const CANDIDATES = 8;
export const STEPS = 9;
/** The median length of a step in VisualProcessBench. */
const WORDS_PER_STEP = 22;
const words = 'the angle at this corner of drawn figure equals that one so both sides have length row bar value total twice half minus shown table less than more'.split(' ');

export interface LoadOptions {
  problems: number;
  checklist: Solution['checklist'];
  /** Images to choose from, in turn. */
  images: readonly string[];
  candidates?: number;
  steps?: number;
}

/** Problems made from a seed, one at a time. Every step, and every claim, ends with a mark of its own that the simulated server knows it by. */
export function* makeLoad({ problems, checklist, images, candidates = CANDIDATES, steps = STEPS }: LoadOptions): Generator<ProblemRecord> {
  for (let problem = 0; problem < problems; problem++) {
    const random = createRandom(problem);
    const say = (count: number): string => Array.from({ length: count }, () => pick(random, words)).join(' ');
    yield {
      format: 'prm-problem/1',
      problem: { id: `problem-${problem}`, question: `In figure ${problem}, ${say(20)}?`, images: [images[problem % images.length] as string] },
      candidates: Array.from({ length: candidates }, (_, index) => ({
        index,
        solution: {
          checklist,
          steps: Array.from({ length: steps }, (__, step) => {
            const mark = `[${problem}.${index}.${step}]`;
            return { text: `${say(WORDS_PER_STEP)} ${mark}`, visualDependency: checklist === 'declared' && step % 2 === 0 ? `${say(8)} ${mark}` : null };
          }),
        },
      })),
    };
  }
}
