import { ParseError } from '../../../errors/index.js';
import type { StepFinding, StepJudgment } from '../../../schema/index.js';
import { clipText } from '../../../util/wrap-text.js';
import { askModel, type ModelQuestion } from '../ask-model.js';
import { labelsOf } from './labels.js';
import { readLabel } from './read-label.js';
import { settleVotes, shareOfVotes } from './share-of-votes.js';

const MOST_REASON = 1000;

/**
 * Asks a critic that reasons first and gives its verdict last, as often as there are votes (one vote: at temperature 0). The reasons of the first
 * answer on the side of the majority are kept as a finding.
 * @throws ParseError when too few verdicts can be read; what the model throws.
 */
export async function askCritic(question: Omit<ModelQuestion, 'sampleIndex'>, votes: number): Promise<Extract<StepJudgment, { status: 'scored' }>> {
  const { answer } = question.prompt;
  const labels = labelsOf(answer);
  const marker = answer.type === 'verdict' ? answer.marker : '';
  const reasons: (StepFinding | null)[] = [];
  const answers = Array.from({ length: votes }, (_, sampleIndex) => askModel({ ...question, sampleIndex, temperature: votes === 1 ? 0 : undefined }, ({ text }) => {
    const { reason, verdict } = splitVerdict(text, marker);
    const correct = readLabel(verdict, labels);
    reasons[sampleIndex] = reason === '' ? null : { kind: 'critic', correct, text: clipText(reason, MOST_REASON) };
    return correct;
  }));
  const judgment = shareOfVotes(await settleVotes(answers));
  const kept = reasons.find((finding) => finding?.correct === judgment.probability >= 0.5);
  return { ...judgment, findings: kept ? [kept] : [] };
}

/** Cuts an answer at the last marker. What follows a verdict on its line counts as part of it. */
function splitVerdict(text: string, marker: string): { reason: string; verdict: string } {
  const at = text.toLowerCase().lastIndexOf(marker.toLowerCase());
  if (at < 0) throw new ParseError(`Expected a last line that begins with "${marker}", got none.`);
  const [verdict = ''] = text.slice(at + marker.length).trimStart().split('\n');
  return { reason: text.slice(0, at).replace(/[\s*#]+$/, '').trim(), verdict };
}
