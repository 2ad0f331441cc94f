import { readReferenceAnswer, sameAnswer, type AnswerChecker } from '../../answers/index.js';
import type { GeneratedProblem } from './generate-problem.js';

/** What `metadata.generation` of a candidate says that is counted here. */
type Generation = { asked?: number; repaired?: boolean; finishReason?: string };

/** Counts what came out of a generation, and what a stop rule saved and kept. */
export class GenerationSummary {
  problems = 0;
  candidates = 0;
  /** Not there: the model failed, or an image did. */
  failed = 0;
  /** There, but without steps: the answer could not be read, was cut off, or was a refusal. */
  unreadable = 0;
  refused = 0;
  cutOff = 0;
  askedTwice = 0;
  repaired = 0;
  /** Candidates that a stop rule did not ask for. */
  saved = 0;
  /** Questions with a reference answer where the rule took a candidate (or none): how many, and how often it was right. */
  readonly chosen = { withReference: 0, right: 0 };

  constructor(private readonly wanted: number) {}

  /** @param isRight whether the candidate that the rule takes is right, as `isChosenRight` found. */
  add({ problem, candidates, failures, asked }: GeneratedProblem, isRight: boolean): void {
    this.problems++;
    this.candidates += candidates.length;
    this.failed += failures.length;
    this.saved += this.wanted - asked;
    for (const { metadata = {} } of candidates) {
      const { asked: times = 1, repaired = false, finishReason } = (metadata['generation'] ?? {}) as Generation;
      if (times > 1) this.askedTwice++;
      if (repaired) this.repaired++;
      if (!('unreadable' in metadata)) continue;
      this.unreadable++;
      if (finishReason === 'content-filter') this.refused++;
      if (finishReason === 'length') this.cutOff++;
    }
    if (problem.answer === undefined) return;
    this.chosen.withReference++;
    if (isRight) this.chosen.right++;
  }

  get hasFailures(): boolean {
    return this.failed > 0;
  }

  /** Lines for a person; `stopWhen` is the rule as the user wrote it. */
  describe(stopWhen: string | undefined): string[] {
    const { problems, candidates, failed, unreadable, refused, cutOff, askedTwice, repaired, saved, chosen } = this;
    const total = this.wanted * problems;
    return [
      `${problems} questions, ${candidates} candidates${failed > 0 ? `, ${failed} failed` : ''}`,
      ...(unreadable > 0 ? [`${unreadable} answers could not be read and are kept as they came (${cutOff} cut off, ${refused} refused)`] : []),
      ...(askedTwice > 0 || repaired > 0 ? [`${askedTwice} answers asked for twice, ${repaired} mended`] : []),
      ...(stopWhen === undefined ? [] : [
        `${stopWhen}: ${saved} of ${total} candidates saved${total > 0 ? ` (${((100 * saved) / total).toFixed(1)} %)` : ''}`
        + (chosen.withReference > 0 ? `; the one it takes is right on ${chosen.right} of ${chosen.withReference} questions with a reference answer` : ''),
      ]),
    ];
  }

  toJSON(): Record<string, unknown> {
    const { wanted: _wanted, ...counts } = this as unknown as { wanted: number } & Record<string, unknown>;
    return counts;
  }
}

/** Whether the candidate that a rule takes is right, by an outside checker where there is one; not where that cannot be told. */
export async function isChosenRight({ problem, candidates, chosen }: GeneratedProblem, checker?: AnswerChecker): Promise<boolean> {
  const given = candidates.find(({ index }) => index === chosen)?.solution.finalAnswer;
  const { question, choices, answer } = problem;
  if (given === undefined || given.trim() === '' || answer === undefined || answer.trim() === '') return false;
  const gold = readReferenceAnswer(answer);
  if (checker === undefined) return sameAnswer(given, gold, { question, choices }) === true;
  return (await checker.compare({ gold, answer: given, question, choices })).equal === true;
}
