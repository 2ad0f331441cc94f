import { compareAnswers, type AnswerComparison, type CompareOptions } from '../../src/answers/compare-answers.js';

/** One judgement of a publisher: an answer held against the reference answer. */
export interface Judged {
  readonly id: string;
  readonly gold: string;
  readonly answer: string;
  readonly flag: boolean;
  readonly options: CompareOptions;
  readonly note?: string;
}

/** Compares every answer and prints where the verdict and the publisher's flag part, false accepts and false rejects apart. */
export function printDisagreements(title: string, judged: readonly Judged[]): void {
  const outcomes = judged.map((item) => ({ ...item, verdict: compareAnswers(item.gold, item.answer, item.options) }));
  const accepts = outcomes.filter(({ verdict, flag }) => verdict.equal === true && !flag);
  const rejects = outcomes.filter(({ verdict, flag }) => verdict.equal !== true && flag);
  const right = outcomes.length - accepts.length - rejects.length;
  console.log(`${title}: n ${outcomes.length}, flagged right ${outcomes.filter(({ flag }) => flag).length}, agreement ${right}/${outcomes.length} = ${(right / outcomes.length).toFixed(5)}; accepted against the flag ${accepts.length}, rejected against the flag ${rejects.length}`);
  for (const [kind, list] of [['accepted', accepts], ['rejected', rejects]] as const) for (const item of list) console.log(describe(kind, item));
}

const describe = (kind: string, { id, gold, answer, options, verdict, note }: Judged & { verdict: AnswerComparison }): string =>
  `  ${kind} ${id} | gold ${JSON.stringify(gold)} | answer ${JSON.stringify(answer.slice(0, 120))} | ${verdict.equal} by ${verdict.how}${options.choices ? ` | options ${JSON.stringify(options.choices).slice(0, 160)}` : ''}${note === undefined ? '' : ` | ${note}`}`;
