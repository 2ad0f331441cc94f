import type { StepEvaluation } from '../../metrics/index.js';
import { wrapText } from '../../util/wrap-text.js';
import type { Paint } from '../paint.js';
import { explainStepCounts } from './explain-step-counts.js';
import { formatAnchors, formatCategories, formatSources } from './format-step-groups.js';
import { formatComparisons, formatStepScores } from './format-step-scores.js';
import { formatCalibration, formatEvidence, formatFirstErrors } from './format-step-trust.js';

/** The report of step verification for a terminal. Every block begins with a line that says what it shows. */
export function formatStepEvaluation(evaluation: StepEvaluation, { width, paint }: { width: number; paint: Paint }): string {
  const { report } = evaluation;
  const notes = explainStepCounts(evaluation);
  const blocks = [
    formatStepScores(evaluation),
    formatComparisons(report),
    formatSources(report),
    formatFirstErrors(report),
    formatEvidence(report),
    formatCalibration(report),
    formatCategories(report),
    formatAnchors(evaluation),
    ['What to know about these figures:', ...notes.flatMap((note) => indentText(note, width))],
  ];
  return `${blocks.filter((block) => block.length > 0).map(([title = '', ...lines]) => [paint.strong(title), ...lines].join('\n')).join('\n\n')}\n`;
}

function indentText(text: string, width: number): string[] {
  return wrapText(text, width - 4).map((line, part) => (part === 0 ? `  ${line}` : `    ${line}`));
}
