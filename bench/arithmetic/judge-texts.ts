import type { StepFinding, StepJudgment } from '../../src/schema/index.js';
import { judgeStepsByArithmetic } from '../../src/verifiers/builtin/arithmetic/judge-steps-by-arithmetic.js';
import { formatShare } from '../premises/wilson-interval.js';

/** A solution as a data set gives it. */
export interface TextSolution {
  id: string;
  question: string;
  steps: readonly string[];
  finalAnswer?: string;
  /** 0-based steps labelled wrong; absent when the set has no labels. */
  wrong?: ReadonlySet<number>;
}

/** Counts over the steps of many solutions. */
export interface ArithmeticTally {
  solutions: number;
  steps: number;
  checked: number;
  calledWrong: number;
  /** Steps labelled wrong: all, checked, and called wrong. */
  labelledWrong: number;
  checkedLabelledWrong: number;
  found: number;
  examples: string[];
}

export const wrongFindings = (judgment: StepJudgment): StepFinding[] =>
  judgment.status === 'scored' ? judgment.findings.filter(({ correct }) => !correct) : [];

/** Judges every solution and counts what was checked, called wrong, and labelled wrong. */
export function tallyArithmetic(solutions: readonly TextSolution[]): ArithmeticTally {
  const tally: ArithmeticTally = { solutions: solutions.length, steps: 0, checked: 0, calledWrong: 0, labelledWrong: 0, checkedLabelledWrong: 0, found: 0, examples: [] };
  for (const { id, question, steps, finalAnswer, wrong } of solutions) {
    const solution = { steps: steps.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' as const, ...(finalAnswer === undefined ? {} : { finalAnswer }) };
    for (const [i, judgment] of judgeStepsByArithmetic(solution, { question }).entries()) {
      const findings = wrongFindings(judgment);
      const [isChecked, isCalled, isLabelled] = [judgment.status === 'scored', findings.length > 0, wrong?.has(i) ?? false].map(Number) as [number, number, number];
      tally.steps += 1;
      tally.checked += isChecked;
      tally.calledWrong += isCalled;
      tally.labelledWrong += isLabelled;
      tally.checkedLabelledWrong += isLabelled * isChecked;
      tally.found += isLabelled * isCalled;
      if (findings.length > 0) tally.examples.push(`${id} step ${i + 1}${wrong === undefined ? '' : isLabelled ? ' [labelled wrong]' : ' [labelled right]'}: ${findings.map(({ text }) => text).join(' | ')}`);
    }
  }
  return tally;
}

/** Prints a tally; `list` prints every step called wrong. */
export function printArithmetic(name: string, tally: ArithmeticTally, list: boolean): void {
  const { solutions, steps, checked, calledWrong, labelledWrong, checkedLabelledWrong, found } = tally;
  console.log(`${name}: ${solutions} solutions, ${steps} steps`);
  console.log(`  checked            ${formatShare(checked, steps)}`);
  console.log(`  called wrong       ${formatShare(calledWrong, steps)} of steps; ${formatShare(calledWrong, checked)} of checked steps`);
  if (labelledWrong > 0) {
    console.log(`  labelled wrong     ${labelledWrong}; found ${formatShare(found, labelledWrong)}; found of those checked ${formatShare(found, checkedLabelledWrong)}`);
    console.log(`  labelled right among those called wrong ${formatShare(calledWrong - found, calledWrong)}; among those checked and found right ${formatShare(checked - calledWrong - (checkedLabelledWrong - found), checked - calledWrong)}`);
  }
  for (const example of list ? tally.examples : tally.examples.slice(0, 5)) console.log(`    ${example}`);
}
