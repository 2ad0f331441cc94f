import type { Problem, Solution, StepJudgment } from '../../../schema/index.js';
import { collectAssignments } from './collect-assignments.js';
import { findContradictions } from './find-contradictions.js';
import { findFormulas } from './find-formulas.js';
import { findRoundedValues } from './find-rounded-values.js';
import { findStepFindings } from './find-step-findings.js';
import { definesOperation, usesOtherNotation } from './is-hypothetical.js';

const P_WRONG = 0.1;
const P_RIGHT = 0.9;

export function judgeStepsByArithmetic(solution: Solution, problem: Pick<Problem, 'question'>): StepJudgment[] {
  const isPlainProblem = !usesOtherNotation(problem.question) && !definesOperation(problem.question);
  const steps = solution.steps.map(({ text }, i) => ({
    text, formulas: findFormulas(text), nextText: solution.steps[i + 1]?.text ?? '', isPlainNotation: isPlainProblem && !usesOtherNotation(text),
  }));
  const isRounded = findRoundedValues(steps);
  const contradictions = findContradictions(steps, collectAssignments(steps), isRounded);
  return steps.map((step, i) => {
    const findings = [...findStepFindings(step, isRounded), ...contradictions.flatMap((found) => (found.step === i ? [found.finding] : []))];
    if (findings.length === 0) return { status: 'no-evidence' };
    return { status: 'scored', probability: findings.every((finding) => finding.correct) ? P_RIGHT : P_WRONG, source: 'builtin', findings };
  });
}
