import type { Problem } from '../schema/index.js';
import type { VisibleProblem } from '../verifiers/verifier.js';

/** Keeps what a verifier may see, so that the reference answer cannot reach a prompt by accident. */
export function toVisibleProblem({ id, question, choices }: Problem): VisibleProblem {
  return choices === undefined ? { id, question } : { id, question, choices };
}
