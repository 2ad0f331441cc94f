import type { Candidate } from '../../schema/index.js';
import { solutionFromText } from '../solution-from-text.js';

/** A candidate from the exact text of a response. */
export function candidateFromText(index: number, response: string, policy: string | undefined): Candidate {
  return { index, solution: solutionFromText(response), response, ...(policy === undefined ? {} : { policy }) };
}
