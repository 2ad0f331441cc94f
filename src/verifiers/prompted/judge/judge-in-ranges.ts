import type { StepJudgment } from '../../../schema/index.js';
import { oneLine } from '../../../util/one-line.js';
import { isContextOverflow, noteOmitted } from './shorten-history.js';

/**
 * Judges the steps from `from` up to, not including, `to` at once. What does not fit the context is cut in two, and the
 * second half judged without the first, which is recorded. A step that does not fit even alone is unscored.
 * A null of `judge`, for a step that it leaves open, is passed on.
 */
export async function judgeInRanges<T extends StepJudgment | null>(from: number, to: number, judge: (from: number, to: number) => Promise<T[]>): Promise<(T | StepJudgment)[]> {
  try {
    return (await judge(from, to)).map((judgment) => (judgment === null ? judgment : noteOmitted(judgment, from)));
  } catch (error) {
    if (!isContextOverflow(error)) throw error;
    if (to - from < 2) return [{ status: 'unscored', reason: oneLine(error) }];
    const middle = Math.ceil((from + to) / 2);
    return [...await judgeInRanges(from, middle, judge), ...await judgeInRanges(middle, to, judge)];
  }
}
