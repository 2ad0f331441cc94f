import { ParseError } from '../../../errors/index.js';
import type { StepJudgment } from '../../../schema/index.js';

/** One answer about a step: right, wrong, or null when it could not be read. */
export type Vote = boolean | null;

/**
 * Makes a judgment of votes: the share of those that say "right" among the readable ones. One vote is a hard label.
 * @throws ParseError when fewer than half could be read.
 */
export function shareOfVotes(votes: readonly Vote[]): Extract<StepJudgment, { status: 'scored' }> {
  const read = votes.filter((vote) => vote !== null);
  if (read.length === 0 || read.length * 2 < votes.length) throw new ParseError(`Expected a label from each of ${votes.length} answers, could read ${read.length}.`);
  return { status: 'scored', probability: read.filter(Boolean).length / read.length, source: read.length === 1 ? 'label' : 'votes', findings: [] };
}

/** Waits for all answers. One that cannot be read is a spoilt vote, null; any other failure counts. */
export async function settleVotes<T>(answers: readonly Promise<T>[]): Promise<(T | null)[]> {
  const settled = await Promise.allSettled(answers);
  return settled.map((answer) => {
    if (answer.status === 'fulfilled') return answer.value;
    if (answer.reason instanceof ParseError) return null;
    throw answer.reason;
  });
}
