import type { ScoredCandidate, ScoredProblem, StepReward } from '../schema/index.js';
import { printable, wrapText } from '../util/wrap-text.js';
import { countCoverage, describeCoverage } from './count-coverage.js';
import { explainSelection } from './explain-selection.js';
import { formatReward, formatScore } from './format-reward.js';
import type { Paint } from './paint.js';
import { stanceOf, type Stance } from './stance-of.js';

/** Explains one scored problem as text: every step with raw and gated reward, every claim with verdict and evidence. */
export function explainProblem(scored: ScoredProblem, look: { width: number; paint: Paint }): string {
  const { problem, description, candidates, selection } = scored;
  const { width, paint } = look;
  const lines = [
    paint.strong(printable(problem.id)) + (problem.source ? paint.faint(`  ${printable(problem.source)}`) : ''),
    ...indent(`Question: ${problem.question}`, 0, width),
    ...(problem.images.length > 0 ? indent(`Images: ${problem.images.map((ref) => (ref.startsWith('data:') ? 'data: URL' : ref)).join(', ')}`, 0, width) : []),
    ...(description ? indent(`Seen: ${description.caption}`, 0, width) : [paint.unsure('Seen: nothing, describing the images failed')]),
    ...(problem.answer === undefined ? [] : indent(`Reference answer: ${problem.answer}`, 0, width)),
    '',
    ...candidates.flatMap((candidate) => [...explainCandidate(candidate, look), '']),
    ...(candidates.length > 1 ? [
      `Best-of-N with the gate (${scored.scoring.gate}):  ${explainSelection(selection.gated)}`,
      `Best-of-N without the gate:  ${explainSelection(selection.raw)}`,
    ] : []),
    ...indent(describeCoverage(countCoverage(candidates), scored.verifier), 0, width),
  ];
  return `${lines.join('\n')}\n`;
}

function explainCandidate(candidate: ScoredCandidate, look: { width: number; paint: Paint }): string[] {
  const { verification, solution, index } = candidate;
  const gold = candidate.correct === undefined ? '' : `   gold: ${candidate.correct ? 'right' : 'wrong'}`;
  const policy = candidate.policy ? `   by ${printable(candidate.policy)}` : '';
  return [
    look.paint.strong(`Candidate ${index}`) + `   score ${formatScore(verification.score)}   without gate ${formatScore(verification.rawScore)}${gold}${policy}`,
    ...(verification.score.reason ? indent(`Why: ${verification.score.reason}`, 2, look.width) : []),
    ...verification.failures.flatMap(({ stage, reason }) => indent(`Failed at ${stage}: ${reason}`, 2, look.width).map(look.paint.bad)),
    ...verification.steps.flatMap((step) => explainStep(candidate, step, look)),
    ...(solution.finalAnswer === undefined ? [] : indent(`Answer: ${solution.finalAnswer}`, 2, look.width)),
  ];
}

function explainStep(candidate: ScoredCandidate, step: StepReward, { width, paint }: { width: number; paint: Paint }): string[] {
  const label = candidate.stepLabels?.[step.index];
  const gold = label === undefined ? '' : `   gold: ${label === 1 ? 'right' : label === -1 ? 'wrong' : 'neutral'}`;
  const changed = step.gated !== null && step.raw !== step.gated;
  const rewards = `raw ${formatReward(step.raw)}  gated ${formatReward(step.gated)}`;
  const lines = [`  step ${step.index + 1}   ${changed && (step.gated ?? 0) < (step.raw ?? 0) ? paint.bad(rewards) : rewards}${gold}`];
  lines.push(...indent(candidate.solution.steps[step.index]?.text ?? '', 4, width));
  if (step.judgment.status === 'unscored') lines.push(...indent(`unscored: ${step.judgment.reason}`, 6, width).map(paint.unsure));
  if (step.gateFailure !== null) lines.push(...indent(`gate unscored: ${step.gateFailure}`, 6, width).map(paint.unsure));
  if (step.judgment.status === 'scored') {
    for (const finding of step.judgment.findings) lines.push(...indent(finding.text, 6, width).map(finding.correct ? paint.good : paint.bad));
  }
  for (const verdict of step.verdicts) {
    const stance = stanceOf(verdict);
    lines.push(...indent(`premise ${stance}: ${verdict.claim}`, 6, width).map(colourOf(stance, paint)));
    for (const { text } of verdict.evidence) lines.push(...indent(text, 8, width).map(paint.faint));
  }
  return lines;
}

function colourOf(stance: Stance, paint: Paint): (text: string) => string {
  return stance === 'supported' ? paint.good : stance === 'contradicted' ? paint.bad : paint.unsure;
}

function indent(text: string, by: number, width: number): string[] {
  return wrapText(text, Math.max(20, width - by)).map((line) => ' '.repeat(by) + line);
}
