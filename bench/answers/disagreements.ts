import { compareAnswers, type AnswerComparison, type CompareOptions } from '../../src/answers/compare-answers.js';
import { explainDisagreement } from './explain-disagreement.js';

/** One judgement of a publisher: an answer held against the reference answer. */
export interface Judged {
  readonly id: string;
  readonly gold: string;
  readonly answer: string;
  readonly flag: boolean;
  readonly options: CompareOptions;
  /** What the publishers extracted, where the answer is our own extraction. */
  readonly theirs?: string;
}

type Outcome = Judged & { readonly verdict: AnswerComparison; readonly reason: string | null };

/** Compares every answer and prints where the verdict and the publisher's flag part, false accepts and false rejects apart, each with its reason. */
export function printDisagreements(title: string, judged: readonly Judged[]): void {
  const outcomes = judged.map((item) => {
    const verdict = compareAnswers(item.gold, item.answer, item.options);
    return { ...item, verdict, reason: explainDisagreement(item, verdict) };
  });
  const accepts = outcomes.filter(({ verdict, flag }) => verdict.equal === true && !flag);
  const rejects = outcomes.filter(({ verdict, flag }) => verdict.equal !== true && flag);
  const right = outcomes.length - accepts.length - rejects.length;
  const unexplained = [...accepts, ...rejects].filter(({ reason }) => reason === null).length;
  console.log(`\n${title}: n ${outcomes.length}, flagged right ${outcomes.filter(({ flag }) => flag).length}, agreement ${right}/${outcomes.length}; accepted against the flag ${accepts.length}, rejected against the flag ${rejects.length}, without a reason ${unexplained}`);
  for (const [kind, list] of [['accepted', accepts], ['rejected', rejects]] as const) {
    const reasons = new Set(list.map(({ reason }) => reason));
    for (const reason of reasons) {
      const same = list.filter((item) => item.reason === reason);
      console.log(`  ${kind}, ${reason ?? 'NO REASON FOUND'}: ${same.length}`);
      for (const item of same) console.log(`    ${describe(item)}`);
    }
  }
}

const quote = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
const describe = ({ id, gold, answer, options, verdict, theirs }: Outcome): string =>
  `${id} | gold ${quote(gold)} | answer ${quote(answer)} | ${verdict.equal} by ${verdict.how}${options.choices?.length ? ` | options ${quote(options.choices.join(' ¦ '))}` : ''}${theirs === undefined ? '' : ` | theirs ${quote(theirs)}`}`;
