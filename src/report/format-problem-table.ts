import type { ScoredCandidate, ScoredProblem, StepReward } from '../schema/index.js';
import { clipText, printable, wrapText } from '../util/wrap-text.js';
import { countCoverage, describeCoverage } from './count-coverage.js';
import { explainSelection } from './explain-selection.js';
import { formatReward, formatScore } from './format-reward.js';
import type { Paint } from './paint.js';
import { stanceOf } from './stance-of.js';

/** One problem as a short table: per candidate the rewards before and after the gate, what was contradicted, and the choice. */
export function formatProblemTable(scored: ScoredProblem, look: { width: number; paint: Paint }): string {
  const { problem, candidates, selection } = scored;
  const { width, paint } = look;
  const lines = [
    paint.strong(printable(problem.id)) + paint.faint(`  ${clipText(problem.question, width - problem.id.length - 2)}`),
    ...candidates.flatMap((candidate) => formatCandidate(candidate, look)),
    `  takes, with the gate:     ${explainSelection(selection.gated)}${describeGold(scored, selection.gated.chosen)}`,
    `  takes, without the gate:  ${explainSelection(selection.raw)}${describeGold(scored, selection.raw.chosen)}`,
    paint.faint(`  ${describeCoverage(countCoverage(candidates), scored.verifier)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function formatCandidate(candidate: ScoredCandidate, { width, paint }: { width: number; paint: Paint }): string[] {
  const { index, correct, verification } = candidate;
  const gold = correct === undefined ? '' : correct ? 'right' : 'wrong';
  const rewards = (which: 'raw' | 'gated'): string => verification.steps.map((step) => paintReward(step, which, paint)).join(' ');
  return [
    `  candidate ${index} ${gold.padEnd(6)} raw    ${rewards('raw')}   score ${formatScore(verification.rawScore)}`,
    `  ${' '.repeat(18)} gated  ${rewards('gated')}   score ${formatScore(verification.score)}`,
    ...verification.steps.flatMap((step) => formatFindings(step).flatMap((text) => wrapText(text, width - 8).map((line, part) => paint.bad(`${' '.repeat(part === 0 ? 6 : 8)}${line}`)))),
  ];
}

/** What speaks against a step: wrong arithmetic, contradicted premises with what was read instead. */
function formatFindings(step: StepReward): string[] {
  const wrong = step.judgment.status === 'scored' ? step.judgment.findings.filter(({ correct }) => !correct) : [];
  const contradicted = step.verdicts.filter((verdict) => stanceOf(verdict) === 'contradicted');
  return [
    ...wrong.map(({ text }) => `step ${step.index + 1}: ${text}`),
    ...contradicted.map(({ claim, evidence }) => `step ${step.index + 1}: "${claim}", but ${evidence.find(({ stance }) => stance === 'conflict')?.text ?? 'the image says otherwise'}`),
  ];
}

function paintReward(step: StepReward, which: 'raw' | 'gated', paint: Paint): string {
  const reward = step[which];
  const text = formatReward(reward);
  return reward === null || Math.abs(reward) < 0.1 ? paint.faint(text) : reward > 0 ? paint.good(text) : paint.bad(text);
}

function describeGold({ candidates }: ScoredProblem, chosen: number | null): string {
  const correct = candidates.find(({ index }) => index === chosen)?.correct;
  return correct === undefined ? '' : ` - ${correct ? 'right' : 'wrong'}`;
}
