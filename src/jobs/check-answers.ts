import { readReferenceAnswer, type AnswerChecker } from '../answers/index.js';
import { readFinalAnswer, type CheckedAnswers } from '../metrics/index.js';
import type { ScoredProblem } from '../schema/index.js';

/** Asks an outside checker about each distinct answer of a problem that has a reference answer, as far as no correctness is stored. */
export async function checkAnswers({ problem, candidates }: Pick<ScoredProblem, 'problem' | 'candidates'>, checker: AnswerChecker): Promise<CheckedAnswers> {
  const { answer: gold, question, choices } = problem;
  if (gold === undefined || gold.trim() === '') return new Map();
  const answers = new Set(candidates.filter(({ correct }) => correct === undefined).flatMap((candidate) => readFinalAnswer(candidate) ?? []));
  return new Map(await Promise.all([...answers].map(async (answer) => {
    const verdict = await checker.compare({ gold: readReferenceAnswer(gold), answer, question, choices });
    return [answer, verdict.equal === null && verdict.failed ? 'failed' : verdict.equal] as const;
  })));
}
