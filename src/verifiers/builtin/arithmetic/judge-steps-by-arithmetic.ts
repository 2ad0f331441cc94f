import type { Problem, Solution, StepFinding, StepJudgment } from '../../../schema/index.js';
import { checkFinalAnswer } from './check-final-answer.js';
import { collectAssignments } from './collect-assignments.js';
import { definesOperation, usesOtherNotation } from './detect-notation.js';
import { findContradictions } from './find-contradictions.js';
import { findFormulas } from './find-formulas.js';
import { findRoundedValues } from './find-rounded-values.js';
import { findStepFindings, statesFalsehood } from './find-step-findings.js';

/**
 * P(correct) of a step in which something checked is wrong. Of the 28 steps of modified PRMBench solutions called wrong,
 * 20 are labelled wrong; the other 8 state false sums that the labels overlook (bench/arithmetic/prmbench.ts).
 */
const P_WRONG = 0.1;
/**
 * P(correct) of a step in which all that could be checked is right: a right sum does not make a right step. Of 687 such
 * steps in modified PRMBench solutions, 551 are labelled right.
 */
const P_RIGHT = 0.8;

/**
 * Judges steps by exact arithmetic alone: equations, chains, inequalities and conversions in plain text and LaTeX,
 * values carried along under names, and the last step against the final answer. Nothing to check: `no-evidence`.
 * Linear in the text but for formulas, which are bounded; never throws for any text.
 */
export function judgeStepsByArithmetic(solution: Solution, problem: Pick<Problem, 'question' | 'choices'>): StepJudgment[] {
  const isPlainProblem = !usesOtherNotation(problem.question) && !definesOperation(problem.question) && !statesFalsehood(problem.question);
  const steps = solution.steps.map(({ text }, i) => ({
    text, formulas: findFormulas(text), nextText: solution.steps[i + 1]?.text ?? '', isPlainNotation: isPlainProblem && !usesOtherNotation(text),
  }));
  const isRounded = findRoundedValues(steps);
  const contradictions = findContradictions(steps, collectAssignments(steps));
  const last = steps.at(-1);
  const closing = last === undefined || solution.finalAnswer === undefined ? null : checkFinalAnswer(last.text, solution.finalAnswer, problem.choices);
  return steps.map((step, i) => toJudgment([
    ...findStepFindings(step, isRounded),
    ...contradictions.flatMap((found) => (found.step === i ? [found.finding] : [])),
    ...(closing !== null && step === last ? [closing] : []),
  ]));
}

/** One wrong finding outweighs any number of right ones. An agreeing final answer alone proves nothing about its step. */
function toJudgment(findings: StepFinding[]): StepJudgment {
  if (findings.every(({ kind, correct }) => kind === 'final-answer' && correct)) return { status: 'no-evidence' };
  return { status: 'scored', probability: findings.every(({ correct }) => correct) ? P_RIGHT : P_WRONG, source: 'builtin', findings };
}
