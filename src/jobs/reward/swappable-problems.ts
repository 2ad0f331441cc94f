import type { ProblemIndex } from './problem-index.js';

/** An index whose problems can be replaced whole, between two questions to it. */
export interface SwappableProblems extends ProblemIndex {
  swap(problems: ProblemIndex): void;
}

/** Makes an index that stands for another one until it is swapped. */
export function createSwappableProblems(first: ProblemIndex): SwappableProblems {
  let now = first;
  return {
    get size() { return now.size; },
    get firstImages() { return now.firstImages; },
    findById: (id) => now.findById(id),
    holdsBest: (question, problem) => now.holdsBest(question, problem),
    findByQuestion: (question) => now.findByQuestion(question),
    hasAnswer: (text) => now.hasAnswer(text),
    swap: (problems) => { now = problems; },
  };
}
