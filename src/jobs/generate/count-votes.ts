import { sameAnswer } from '../../answers/index.js';
import { groupAnswers } from '../../metrics/group-answers.js';
import type { Candidate, Problem } from '../../schema/index.js';

/** The groups of equal final answers, in order of appearance: how many candidates gave each, and the index of the first. Candidates without an answer abstain. */
export function countVotes({ question, choices }: Problem, candidates: readonly Candidate[]): { first: number; votes: number }[] {
  const answers = candidates.map(({ solution: { finalAnswer } }) => (finalAnswer === undefined || finalAnswer.trim() === '' ? null : finalAnswer));
  const groups: { first: number; votes: number }[] = [];
  for (const [at, group] of groupAnswers(answers, (a, b) => sameAnswer(a, b, { question, choices }) === true).entries()) {
    if (group === null) continue;
    const known = groups[group];
    if (known) known.votes++;
    else groups[group] = { first: (candidates[at] as Candidate).index, votes: 1 };
  }
  return groups;
}
