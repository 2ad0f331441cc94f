import type { StepJudgment } from '../../../schema/index.js';
import { isContextOverflow, noteOmitted } from './shorten-history.js';

/**
 * Judges the steps from `from` up to, not including, `to` at once. What does not fit the context is cut in two, and the
 * second half judged without the first, which is recorded.
 */
export async function judgeInRanges(from: number, to: number, judge: (from: number, to: number) => Promise<StepJudgment[]>): Promise<StepJudgment[]> {
  try {
    return (await judge(from, to)).map((judgment) => noteOmitted(judgment, from));
  } catch (error) {
    if (!isContextOverflow(error) || to - from < 2) throw error;
    const middle = Math.ceil((from + to) / 2);
    return [...await judgeInRanges(from, middle, judge), ...await judgeInRanges(middle, to, judge)];
  }
}
