import { extractFinalAnswer } from '../../answers/index.js';
import type { Candidate } from '../../schema/index.js';

/** A candidate whose steps are known: its final answer is read from them, and its visual premises nobody asked for. */
export function candidateFromSteps(index: number, steps: readonly string[], policy: string | undefined): Candidate {
  const finalAnswer = extractFinalAnswer(steps.join('\n\n'));
  return {
    index,
    solution: {
      steps: steps.map((text) => ({ text, visualDependency: null })),
      ...(finalAnswer === null ? {} : { finalAnswer }),
      checklist: 'undeclared',
    },
    ...(policy === undefined ? {} : { policy }),
  };
}
