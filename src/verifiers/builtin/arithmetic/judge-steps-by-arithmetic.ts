import type { Problem, Solution, StepJudgment } from '../../../schema/index.js';
import { findStepFindings } from './find-step-findings.js';
import { definesOperation, usesOtherNotation } from './is-hypothetical.js';

const P_WRONG = 0.1;
const P_RIGHT = 0.9;

export function judgeStepsByArithmetic(solution: Solution, problem: Pick<Problem, 'question'>): StepJudgment[] {
  const isPlainProblem = !usesOtherNotation(problem.question) && !definesOperation(problem.question);
  return solution.steps.map(({ text }, i) => {
    const findings = findStepFindings({
      text, nextText: solution.steps[i + 1]?.text ?? '', isPlainNotation: isPlainProblem && !usesOtherNotation(text),
    }, { names: new Map(), isRounded: () => false });
    if (findings.length === 0) return { status: 'no-evidence' };
    return { status: 'scored', probability: findings.every((finding) => finding.correct) ? P_RIGHT : P_WRONG, source: 'builtin', findings };
  });
}
